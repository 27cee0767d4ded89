import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { InvalidProp } from '../invalid-prop';
import { withDefaults } from '../with-defaults';
import type { ScalableWorkload } from '../workload/scalable-workload';
import { DisruptionBudget } from './disruption-budget';
import { behaviorManifest, behaviorProblem, fastUpSlowDown, type ScalingBehavior } from './scaling-behavior';

/** Props of `AutoscaledWorkload`. */
export interface AutoscaledWorkloadProps {
  /** Workload to scale: its `replicas` is `'autoscaled'`, and it requests what is scaled on. */
  readonly target: ScalableWorkload;

  /** Pods at most, at least `minReplicas`. */
  readonly maxReplicas: number;

  /**
   * Pods at least, 1 or more.
   *
   * @default 2
   */
  readonly minReplicas?: number;

  /**
   * CPU use to steer to, in percent of the CPU request, 1 or more.
   *
   * @default 60
   * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details
   */
  readonly targetCpuUtilizationPercent?: number;

  /**
   * Memory use to steer to, in percent of the memory request, 1 or more. Of both proposals the larger counts. `'ignored'`
   * is for a program that keeps the memory it once took: more Pods would not lower its use.
   *
   * @default 75
   */
  readonly targetMemoryUtilizationPercent?: number | 'ignored';

  /**
   * How fast it grows and shrinks.
   *
   * @default fastUpSlowDown()
   */
  readonly behavior?: ScalingBehavior;
}

/** What left-out props become. */
export const DEFAULTS = {
  minReplicas: 2,
  targetCpuUtilizationPercent: 60,
  targetMemoryUtilizationPercent: 75,
  behavior: fastUpSlowDown(),
} as const;

/**
 * A workload whose replica count follows its CPU and memory use, and that a node drain can always take one Pod of.
 *
 * Defines one HorizontalPodAutoscaler and one PodDisruptionBudget, named as the target.
 *
 * @throws InvalidProp `OutOfRange`, `MinReplicasAboveMax`, `HpaTargetFixedReplicas`, `HpaTargetWithoutRequests`, `InvalidBehavior`
 * @example new AutoscaledWorkload(this, 'Scaling', { target: web, maxReplicas: 10 });
 */
export class AutoscaledWorkload extends Construct {
  /** The autoscaler itself, for what the props do not cover. */
  public readonly hpa: k8s.KubeHorizontalPodAutoscalerV2;
  /** What node drains are held to. */
  public readonly budget: DisruptionBudget;

  constructor(scope: Construct, id: string, props: AutoscaledWorkloadProps) {
    super(scope, id);
    const { target, maxReplicas, minReplicas, behavior, ...targets } = withDefaults(props, DEFAULTS);
    this.requireCounts({ minReplicas, maxReplicas, ...targets });
    this.requireOrder(minReplicas, maxReplicas);
    this.requireScalable(target);
    this.requireBehavior(behavior);

    this.hpa = new k8s.KubeHorizontalPodAutoscalerV2(this, 'Hpa', {
      metadata: { name: target.name },
      spec: {
        scaleTargetRef: target.reference,
        minReplicas,
        maxReplicas,
        metrics: metrics(targets.targetCpuUtilizationPercent, targets.targetMemoryUtilizationPercent),
        behavior: behaviorManifest(behavior),
      },
    });
    this.budget = new DisruptionBudget(this, 'Budget', { target });
  }

  private requireCounts(counts: Readonly<Record<string, unknown>>): void {
    for (const [prop, got] of Object.entries(counts)) {
      if (typeof got !== 'number' || (Number.isInteger(got) && got >= 1)) continue;
      throw new InvalidProp('OutOfRange', this, {
        prop,
        got,
        rule: 'must be a whole number, 1 or more',
        mend: 'give 1 or more',
      });
    }
  }

  private requireOrder(minReplicas: number, maxReplicas: number): void {
    if (minReplicas <= maxReplicas) return;
    const mend = 'lower minReplicas or raise maxReplicas';
    throw new InvalidProp('MinReplicasAboveMax', this, {
      prop: 'minReplicas',
      got: minReplicas,
      rule: `must be at most maxReplicas (${maxReplicas})`,
      mend,
    });
  }

  private requireBehavior(behavior: ScalingBehavior): void {
    const wrong = behaviorProblem(behavior);
    if (wrong)
      throw new InvalidProp('InvalidBehavior', this, {
        ...wrong,
        mend: 'give counts, and times in whole seconds, within those bounds',
      });
  }

  private requireScalable({ replicas, requested, name }: ScalableWorkload): void {
    if (replicas !== 'autoscaled') {
      const mend = `set replicas of ${name} to "autoscaled": each apply would reset the count that the autoscaler chose`;
      throw new InvalidProp('HpaTargetFixedReplicas', this, {
        prop: 'target',
        got: replicas,
        rule: 'must not have a fixed count of replicas',
        mend,
      });
    }
    if (!requested.includes('cpu') || !requested.includes('memory')) {
      const mend = 'give its containers requests: utilization is a share of them';
      throw new InvalidProp('HpaTargetWithoutRequests', this, {
        prop: 'target',
        got: requested,
        rule: 'must request cpu and memory',
        mend,
      });
    }
  }
}

function metrics(cpu: number, memory: number | 'ignored'): k8s.MetricSpecV2[] {
  return [utilization('cpu', cpu), ...(memory === 'ignored' ? [] : [utilization('memory', memory)])];
}

function utilization(name: 'cpu' | 'memory', averageUtilization: number): k8s.MetricSpecV2 {
  return { type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } };
}
