import type { Construct } from 'constructs';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import { InvalidProp } from '../invalid-prop';
import type { Mistake } from '../mistake';
import type { ScalableWorkload } from '../workload/scalable-workload';
import type { Metric, MetricSource } from './metric';
import { metricMistake } from './metric-mistake';
import { behaviorProblem, type ScalingBehavior } from './scaling-behavior';

/** What an autoscaler is made of, defaults filled in. */
export interface Autoscaling {
  readonly target: ScalableWorkload;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** What it looks at, by the prop that says so. */
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly behavior: ScalingBehavior;
}

/**
 * Holds an autoscaler against what Kubernetes accepts and what works with its target.
 *
 * @throws InvalidProp for the first that does not
 */
export function requireSoundAutoscaling(scope: Construct, autoscaling: Autoscaling): void {
  for (const check of [bounds, scalable, someMetric, soundMetrics, knownContainers, requests, pace]) {
    const wrong = check(autoscaling);
    if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
  }
}

type Check = (autoscaling: Autoscaling) => Mistake | undefined;

const bounds: Check = ({ minReplicas, maxReplicas }) => {
  for (const [prop, got] of Object.entries({ minReplicas, maxReplicas })) {
    const rule = wholeNumberProblem(got, 1, 2 ** 31 - 1);
    const mend =
      prop === 'minReplicas' && got === 0
        ? 'give 1 or more: 0 needs a feature gate, HPAScaleToZero, that is alpha and off'
        : 'give 1 or more';
    if (rule) return { code: 'OutOfRange', prop, got, rule, mend };
  }
  if (minReplicas <= maxReplicas) return undefined;
  const mend = 'lower minReplicas or raise maxReplicas';
  const rule = `must be at most maxReplicas (${maxReplicas})`;
  return { code: 'MinReplicasAboveMax', prop: 'minReplicas', got: minReplicas, rule, mend };
};

const scalable: Check = ({ target: { replicas: got, name } }) => {
  if (got === 'autoscaled') return undefined;
  const mend = `set replicas of ${name} to "autoscaled": each apply would reset the count that the autoscaler chose`;
  const rule = 'must not have a fixed count of replicas';
  return { code: 'HpaTargetFixedReplicas', prop: 'target', got, rule, mend };
};

const someMetric: Check = ({ metrics }) => {
  if (metrics.size > 0) return undefined;
  const mend = 'give a metric, or leave it out: Kubernetes would put 80 % of the CPU there';
  return { code: 'NoMetric', prop: 'metrics', got: [], rule: 'must have at least one metric', mend };
};

const soundMetrics: Check = ({ metrics }) => {
  const seen = new Set<string>();
  for (const [prop, metric] of metrics) {
    const wrong = metricMistake(metric);
    if (wrong) return { ...wrong, prop: prop.startsWith('metrics') ? `${prop}.${wrong.prop}` : prop };
    const measured = JSON.stringify(metric.source);
    if (seen.has(measured)) {
      const mend = 'keep one: the one that asks for more Pods would always win';
      return { code: 'MetricNamedTwice', prop, got: metric.source, rule: 'must be named once', mend };
    }
    seen.add(measured);
  }
  return undefined;
};

const knownContainers: Check = ({ target: { name, containers }, metrics }) => {
  for (const [prop, { source }] of metrics) {
    const unknown = source.type === 'ContainerResource' && containers && !containers.includes(source.container);
    if (!unknown) continue;
    const rule = `must be a container of ${name}: ${containers.join(', ')}`;
    return { code: 'UnknownContainer', prop, got: source.container, rule, mend: 'name one of them' };
  }
  return undefined;
};

const requests: Check = ({ target: { requested, containers = [] }, metrics }) => {
  const needed = [...metrics.values()].flatMap(({ source, goal }) =>
    goal.type === 'Utilization' && isOfAll(source, containers) ? [source.resource] : [],
  );
  if (needed.every((resource) => requested.includes(resource))) return undefined;
  const rule = `must request ${[...new Set(needed)].join(' and ')}`;
  const mend = 'give its containers requests: utilization is a share of them';
  return { code: 'HpaTargetWithoutRequests', prop: 'target', got: requested, rule, mend };
};

const pace: Check = ({ behavior }) => {
  const wrong = behaviorProblem(behavior);
  const mend = 'give counts, and times in whole seconds, within those bounds';
  return wrong && { code: 'InvalidBehavior', ...wrong, mend };
};

/** What is requested is known of all containers together: of one only where there is no other. */
function isOfAll(
  source: MetricSource,
  containers: readonly string[],
): source is Extract<MetricSource, { resource: string }> {
  return source.type === 'Resource' || (source.type === 'ContainerResource' && containers.length === 1);
}
