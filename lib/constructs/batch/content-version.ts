import { createHash } from 'node:crypto';
import { k8s } from '../../kubernetes/k8s';

/**
 * What a Job does, in 10 digits: the part of it that Kubernetes lets nobody change. How often it is tried, how long it may
 * take and when it goes are no part: another value there runs nothing again.
 *
 * @source kubernetes@1.36 pkg/apis/batch/validation/validation.go ValidateJobSpecUpdate
 */
export function contentVersion(spec: k8s.JobSpec): string {
  const { completions, completionMode, backoffLimitPerIndex, podFailurePolicy, template } = spec;
  const fixed = { completions, completionMode, backoffLimitPerIndex, podFailurePolicy, template };
  const text = JSON.stringify(k8s.toJson_JobSpec(fixed), sortedKeys);
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

/** The order in which the fields were written does not count. */
function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
