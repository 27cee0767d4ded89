import type { Change } from '../../simulators/plan/change';
import { pathOfField } from '../../simulators/plan/changed-field';
import { isWithin } from '../../simulators/plan/is-within';
import { shownValue } from '../../simulators/plan/shown-value';

/** So many fields of one object are listed. */
const MOST_FIELDS = 6;

/**
 * What is said of a change, the most important first: why, and each field that none of those sentences is about.
 *
 * @param lists whether long lists of fields are cut
 */
export function changeLines({ verdict, because, fields }: Change, lists: 'folded' | 'whole'): string[] {
  const told = verdict === 'refused' ? [] : fields.filter((field) => !isTold(field, verdict));
  const most = lists === 'folded' ? MOST_FIELDS : told.length;
  const lines = told
    .slice(0, most)
    .map(({ path, before, after }) => `${path}: ${shownValue(before)} -> ${shownValue(after)}`);
  const rest = told.length - lines.length;
  return [...because, ...lines, ...(rest > 0 ? [`and ${rest} more fields`] : [])];
}

/** What rolls Pods says why, by each field of their template. */
function isTold(field: Change['fields'][number], verdict: Change['verdict']): boolean {
  return verdict === 'rolls-pods' && isWithin(pathOfField(field), 'spec.template');
}
