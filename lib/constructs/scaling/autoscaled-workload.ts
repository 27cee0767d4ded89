import { Construct } from 'constructs';
import { invalidValue } from '../../kubernetes/invalid-value';
import { k8s } from '../../kubernetes/k8s';
import { InvalidProp } from '../invalid-prop';
import { withDefaults } from '../with-defaults';
import type { ScalableWorkload } from '../workload/scalable-workload';
import { contestedResources } from './contested-resources';
import { DisruptionBudget, type DisruptionBudgetOptions } from './disruption-budget';
import { Metric } from './metric';
import { requireSoundAutoscaling } from './require-sound-autoscaling';
import { scalersOf } from './scalers-of';
import { behaviorManifest, fastUpSlowDown, type ScalingBehavior } from './scaling-behavior';

/** Props of `AutoscaledWorkload`. */
export interface AutoscaledWorkloadProps {
  /** Workload to scale: its `replicas` is `'autoscaled'`, and it requests what percentages are taken of. */
  readonly target: ScalableWorkload;

  /** Pods at most, at least `minReplicas`. */
  readonly maxReplicas: number;

  /**
   * Pods at least, 1 or more: 0 needs a feature gate, HPAScaleToZero, that is alpha and off from 1.30 to 1.36.
   *
   * @default 2
   */
  readonly minReplicas?: number;

  /**
   * What it looks at; of several the one that asks for most Pods counts. Not beside the two percentages.
   *
   * @default - CPU and memory of all containers, by the two percentages
   */
  readonly metrics?: readonly Metric[];

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

  /**
   * What node drains are held to. It must leave one Pod free to go where there are `minReplicas`.
   *
   * @default - one Pod may be away at a time
   */
  readonly budget?: DisruptionBudgetOptions;
}

type Percentages = Pick<AutoscaledWorkloadProps, 'targetCpuUtilizationPercent' | 'targetMemoryUtilizationPercent'>;

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
 * It follows other `metrics` where they are given. Defines one HorizontalPodAutoscaler and one PodDisruptionBudget, named as
 * the target.
 *
 * @throws InvalidProp `MetricsBesidePercentages`, and for bounds, metrics and a behavior that Kubernetes would refuse or that
 *   could not work with the target
 * @example new AutoscaledWorkload(this, 'Scaling', { target: web, maxReplicas: 10 });
 */
export class AutoscaledWorkload extends Construct {
  /** The autoscaler itself, for what the props do not cover. */
  public readonly hpa: k8s.KubeHorizontalPodAutoscalerV2;
  /** What node drains are held to. */
  public readonly budget: DisruptionBudget;

  constructor(scope: Construct, id: string, props: AutoscaledWorkloadProps) {
    super(scope, id);
    const { target, maxReplicas, minReplicas, behavior, budget, ...rest } = withDefaults(props, DEFAULTS);
    this.requireOneForm(props);
    const metrics = metricsByProp(rest);
    requireSoundAutoscaling(this, { target, minReplicas, maxReplicas, metrics, behavior });

    this.hpa = new k8s.KubeHorizontalPodAutoscalerV2(this, 'Hpa', {
      metadata: { name: target.name },
      spec: {
        scaleTargetRef: target.reference,
        minReplicas,
        maxReplicas,
        metrics: [...metrics.values()].map((metric) => metric.manifest()),
        behavior: behaviorManifest(behavior),
      },
    });
    this.budget = new DisruptionBudget(this, 'Budget', { target, ...budget });
    this.node.addValidation({ validate: () => this.contested(target) });
  }

  private requireOneForm({ metrics, ...percentages }: AutoscaledWorkloadProps): void {
    const { targetCpuUtilizationPercent, targetMemoryUtilizationPercent } = percentages;
    const given = Object.entries({ targetCpuUtilizationPercent, targetMemoryUtilizationPercent });
    const [prop, got] = given.find(([, percent]) => percent !== undefined) ?? [];
    if (!metrics || prop === undefined) return;
    const rule = 'must not be given beside metrics';
    throw new InvalidProp('MetricsBesidePercentages', this, { prop, got, rule, mend: 'say it as one of the metrics' });
  }

  private contested({ reference, containers }: ScalableWorkload): string[] {
    const { spec } = this.hpa.toJson();
    return scalersOf(this, 'VerticalPodAutoscaler', reference).flatMap((vertical) => {
      const got = contestedResources(spec, vertical.spec, containers);
      const rule = `must not scale on what VerticalPodAutoscaler ${vertical.metadata.name} sets the requests of`;
      const mend = 'scale on something else, or let that one control another resource';
      return got.length > 0 ? [invalidValue({ field: 'metrics', got, rule, mend })] : [];
    });
  }
}

function metricsByProp({
  metrics,
  targetCpuUtilizationPercent: cpu,
  targetMemoryUtilizationPercent: memory,
}: Pick<AutoscaledWorkloadProps, 'metrics'> & Required<Percentages>): Map<string, Metric> {
  if (metrics) return new Map(metrics.map((metric, index) => [`metrics[${index}]`, metric]));
  const short = new Map([['targetCpuUtilizationPercent', Metric.cpu(cpu)]]);
  return memory === 'ignored' ? short : short.set('targetMemoryUtilizationPercent', Metric.memory(memory));
}
