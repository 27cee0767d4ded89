import type { Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldList } from '../../kubernetes/manifest-field';

/** Requests that a namespace gives to a container that says none. */
export function standardRequests(ranges: readonly Manifest[]): unknown {
  const items = ranges.flatMap((range) => manifestFieldList(range, 'spec.limits'));
  return manifestField(
    items.find((item) => manifestField(item, 'type') === 'Container'),
    'defaultRequest',
  );
}
