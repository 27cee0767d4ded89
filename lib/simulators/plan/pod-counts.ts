import type { Manifest } from '../../kubernetes/manifest';
import { manifestField } from '../../kubernetes/manifest-field';
import { type PercentOrCount, percentOrCountProblem, resolvePercentOrCount } from '../../kubernetes/percent-or-count';
import { scaleTargetsThatAre } from '../../kubernetes/scale-target';

/** How many Pods a workload has. */
export interface PodCounts {
  /** The fewest while it runs. */
  readonly least: number;
  /** The most that its autoscaler asks for; what it says itself where it has none. */
  readonly most: number;
  /** The most while a release is rolled out. */
  readonly rollout: number;
}

const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/**
 * How many Pods an object runs, as the API server keeps it.
 *
 * @param objects all that are deployed, for autoscalers
 * @param nodes of the cluster, each of which a DaemonSet has a Pod on
 */
export function podCounts(object: Manifest, objects: readonly Manifest[], nodes: number): PodCounts {
  const constant = (count: number): PodCounts => ({ least: count, most: count, rollout: count });
  switch (object.kind) {
    case 'Pod':
      return constant(1);
    case 'DaemonSet':
      return withSurge(object, constant(nodes), 'spec.updateStrategy.rollingUpdate.maxSurge');
    case 'Job':
      return constant(atOnce(manifestField(object, 'spec')));
    case 'CronJob':
      return { ...constant(atOnce(manifestField(object, 'spec.jobTemplate.spec'))), least: 0 };
    default:
      return withSurge(object, scaled(object, objects), 'spec.strategy.rollingUpdate.maxSurge');
  }
}

function atOnce(job: unknown): number {
  const parallelism = number(manifestField(job, 'parallelism'), 1);
  return Math.min(parallelism, number(manifestField(job, 'completions'), parallelism));
}

function scaled(object: Manifest, objects: readonly Manifest[]): PodCounts {
  const [target] = scaleTargetsThatAre(object, objects);
  const own = number(manifestField(object, 'spec.replicas'), 1);
  if (!target) return { least: own, most: own, rollout: own };
  const most = number(
    manifestField(target.scaler, 'spec.maxReplicas') ?? manifestField(target.scaler, 'spec.maxReplicaCount'),
    own,
  );
  return { least: target.minReplicas ?? 1, most, rollout: most };
}

function withSurge(object: Manifest, counts: PodCounts, field: string): PodCounts {
  const surge = manifestField(object, field);
  if (surge === undefined || percentOrCountProblem(surge, Number.POSITIVE_INFINITY)) return counts;
  return { ...counts, rollout: counts.most + resolvePercentOrCount(surge as PercentOrCount, counts.most, 'up') };
}
