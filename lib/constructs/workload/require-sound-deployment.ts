import type { Construct } from 'constructs';
import { nameProblem } from '../../kubernetes/names';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import { wholeSecondsMistake } from '../container/whole-seconds-mistake';
import { InvalidProp } from '../invalid-prop';
import type { Mistake } from '../mistake';
import { podMistake } from '../pod/pod-mistake';
import { topologySpreadProblem } from '../pod/topology-spread';
import type { ResolvedDeploymentProps } from './probed-deployment-props';

/**
 * Holds the props of a Deployment against what Kubernetes accepts and what works together.
 *
 * @throws InvalidProp for the first that does not
 */
export function requireSoundDeployment(scope: Construct, props: ResolvedDeploymentProps): void {
  for (const check of [names, counts, pod, spreads, wholeSeconds, deadline]) {
    const wrong = check(props);
    if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
  }
}

type Check = (props: ResolvedDeploymentProps) => Mistake | undefined;

const pod: Check = (props) => podMistake(props, { restarts: 'always' });

const names: Check = ({ name, application }) => {
  for (const [prop, got, rule] of [
    ['name', name, nameProblem('Deployment', name)],
    ['application', application, nameProblem('Namespace', application)],
  ] as const) {
    if (rule) return { code: 'InvalidName', prop, got, rule, mend: `choose another ${prop}` };
  }
  return undefined;
};

const counts: Check = ({ replicas, revisionHistoryLimit, rollout }) => {
  const count = (prop: string, got: number, mend: string) => {
    const rule = wholeNumberProblem(got, 0, 2 ** 31 - 1);
    return rule === undefined ? undefined : { code: 'OutOfRange', prop, got, rule, mend };
  };
  const bounds = rollout.problem();
  return (
    (replicas === 'autoscaled' ? undefined : count('replicas', replicas, 'give a count, or "autoscaled"')) ??
    count('revisionHistoryLimit', revisionHistoryLimit, 'give a count') ??
    (bounds && {
      code: 'InvalidRollout',
      ...bounds,
      prop: `rollout.${bounds.prop}`,
      mend: 'give a count such as 1 or a share such as "25%"',
    })
  );
};

const spreads: Check = ({ spread }) => {
  const wrong = topologySpreadProblem(spread);
  return wrong && { code: 'InvalidSpread', ...wrong, prop: `spread.${wrong.prop}` };
};

const wholeSeconds: Check = ({ minReady, progressDeadline }) => {
  const wrong = wholeSecondsMistake({ minReady, progressDeadline });
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
