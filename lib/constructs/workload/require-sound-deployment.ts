import type { Construct } from 'constructs';
import { wholeSecondsMistake } from '../container/whole-seconds-mistake';
import { InvalidProp } from '../invalid-prop';
import type { Mistake } from '../mistake';
import { podMistake } from '../pod/pod-mistake';
import type { DeploymentLike } from './deployment-spec';
import { workloadMistake } from './workload-mistake';

/**
 * Holds the props of a Deployment against what Kubernetes accepts and what works together.
 *
 * @throws InvalidProp for the first that does not
 */
export function requireSoundDeployment(scope: Construct, props: DeploymentLike): void {
  for (const check of [workload, pod, wholeSeconds, deadline]) {
    const wrong = check(props);
    if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
  }
}

type Check = (props: DeploymentLike) => Mistake | undefined;

const workload: Check = (props) => workloadMistake('Deployment', props);

const pod: Check = (props) => podMistake(props, { restarts: 'always' });

const wholeSeconds: Check = ({ progressDeadline }) => {
  const wrong = wholeSecondsMistake({ progressDeadline });
  return wrong && { code: 'OutOfRange', ...wrong };
};

const deadline: Check = ({ minReady, progressDeadline, startup, liveness }) => {
  const start = (startup ?? liveness).allowance.toSeconds() + minReady.toSeconds();
  const seconds = progressDeadline.toSeconds();
  if (start < seconds) return undefined;
  return {
    code: 'DeadlineTooShort',
    prop: 'progressDeadline',
    got: `${seconds}s`,
    rule: `must be more than what starting may take (${start}s: the probe's allowance and minReady)`,
    mend: 'raise it, or a slow start is reported as a failed rollout',
  };
};
