import type { Duration } from 'cdk8s';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import { wholeSecondsMistake } from '../container/whole-seconds-mistake';
import type { InvalidPropDetails } from '../invalid-prop';
import type { Mistake } from '../mistake';
import { type TopologySpread, topologySpreadProblem } from '../pod/topology-spread';
import { identityMistake, type WorkloadIdentity } from './workload-identity';

/** What several kinds of workload say alike. Each has some of it. */
interface SharedProps extends Pick<WorkloadIdentity, 'name' | 'application'> {
  readonly replicas?: number | 'autoscaled';
  readonly revisionHistoryLimit?: number;
  readonly minReady?: Duration;
  readonly spread?: TopologySpread;
  readonly rollout?: { problem(): Omit<InvalidPropDetails, 'mend'> | undefined };
}

/** What Kubernetes would refuse of a workload beside its Pods; nothing where it is sound. */
export function workloadMistake(kind: string, props: SharedProps): Mistake | undefined {
  const { replicas, revisionHistoryLimit, minReady, spread, rollout } = props;
  return (
    identityMistake(kind, props) ??
    (typeof replicas === 'number' ? count('replicas', replicas, 'give a count, or "autoscaled"') : undefined) ??
    (revisionHistoryLimit === undefined
      ? undefined
      : count('revisionHistoryLimit', revisionHistoryLimit, 'give a count')) ??
    (rollout && rolloutMistake(rollout)) ??
    (spread && spreadMistake(spread)) ??
    (minReady && fraction(minReady))
  );
}

function count(prop: string, got: number, mend: string): Mistake | undefined {
  const rule = wholeNumberProblem(got, 0, 2 ** 31 - 1);
  return rule === undefined ? undefined : { code: 'OutOfRange', prop, got, rule, mend };
}

function rolloutMistake(rollout: NonNullable<SharedProps['rollout']>): Mistake | undefined {
  const wrong = rollout.problem();
  const mend = 'give a count such as 1 or a share such as "25%"';
  return wrong && { code: 'InvalidRollout', mend, ...wrong, prop: `rollout.${wrong.prop}` };
}

function spreadMistake(spread: TopologySpread): Mistake | undefined {
  const wrong = topologySpreadProblem(spread);
  return wrong && { code: 'InvalidSpread', ...wrong, prop: `spread.${wrong.prop}` };
}

function fraction(minReady: Duration): Mistake | undefined {
  const wrong = wholeSecondsMistake({ minReady });
  return wrong && { code: 'OutOfRange', ...wrong };
}
