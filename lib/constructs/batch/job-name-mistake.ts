import { nameProblem } from '../../kubernetes/names';
import type { Mistake } from '../mistake';
import type { ResolvedJobProps } from './job-props';

/** What the controller puts after the name of a CronJob: the minute of the run since 1970. It has eight digits until 2160. */
const MINUTE_LENGTH = '-29920849'.length;

/** Most that the host name of a Pod may have. */
const HOST_NAME_LENGTH = 63;

/**
 * A name that Kubernetes would refuse, or that leaves no room for what it makes of it: the host name of the last index.
 *
 * @source kubernetes@1.36 pkg/apis/batch/validation/validation.go ValidateJob: of a CronJob's Jobs it is only found at each run
 */
export function jobNameMistake(kind: 'Job' | 'CronJob', got: string, props: ResolvedJobProps): Mistake | undefined {
  const rule = nameProblem(kind, got) ?? hostNameProblem(kind, got, props);
  return rule ? { code: 'InvalidName', prop: 'name', got, rule, mend: 'choose another name' } : undefined;
}

function hostNameProblem(kind: string, name: string, { completionMode, completions }: ResolvedJobProps) {
  if (completionMode === 'NonIndexed' || completions === 'workQueue') return undefined;
  if (name.includes('.')) return 'must have no ".", as the Pods of an Indexed Job have it for a host name';
  const last = `-${completions - 1}`.length;
  const most = HOST_NAME_LENGTH - last - (kind === 'CronJob' ? MINUTE_LENGTH : 0);
  if (name.length <= most) return undefined;
  return `must be at most ${most} characters with ${completions} indexes, has ${name.length}`;
}
