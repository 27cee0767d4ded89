import type { JsonObject, Manifest } from '../../kubernetes/manifest';
import { manifestFieldList, manifestFieldObject } from '../../kubernetes/manifest-field';

/** A node that is lost is waited for this long. @source kubernetes@1.36 plugin/pkg/admission/defaulttolerationseconds */
const STANDARD: readonly string[] = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];

/** A bare Pod without the tolerations that admission gives to each. */
export function withoutStandardTolerations(object: Manifest): Manifest {
  const tolerations = manifestFieldList(object, 'spec.tolerations') as JsonObject[];
  if (object.apiVersion !== 'v1' || object.kind !== 'Pod' || tolerations.length === 0) return object;
  const own = tolerations.filter(
    ({ key, tolerationSeconds }) => !STANDARD.includes(String(key)) || tolerationSeconds !== 300,
  );
  return { ...object, spec: { ...manifestFieldObject(object, 'spec'), tolerations: own } };
}
