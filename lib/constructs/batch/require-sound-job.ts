import type { Construct } from 'constructs';
import { wholeSecondsMistake } from '../container/whole-seconds-mistake';
import { InvalidProp } from '../invalid-prop';
import type { Mistake } from '../mistake';
import type { ResolvedBatchJobProps } from './batch-job-props';
import { jobMistake } from './job-mistake';
import { jobNameMistake } from './job-name-mistake';

/**
 * Holds the props of a Job against what Kubernetes accepts and can run.
 *
 * @throws InvalidProp for the first that does not hold
 */
export function requireSoundJob(scope: Construct, props: ResolvedBatchJobProps): void {
  const wrong = nameMistake(props) ?? ttlMistake(props) ?? jobMistake(props);
  if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
}

/** Digits of a version are as good as others to find out whether there is room for them. */
function nameMistake(props: ResolvedBatchJobProps): Mistake | undefined {
  if (props.naming === 'fixed') return jobNameMistake('Job', props.name, props);
  const wrong = jobNameMistake('Job', `${props.name}-0123456789`, props);
  return wrong && { ...wrong, got: props.name, mend: 'choose another name, with room for its version: 11 characters' };
}

function ttlMistake({ ttlAfterFinished }: ResolvedBatchJobProps): Mistake | undefined {
  if (ttlAfterFinished === 'forever') return undefined;
  const wrong = wholeSecondsMistake({ ttlAfterFinished });
  return wrong && { code: 'OutOfRange', ...wrong };
}
