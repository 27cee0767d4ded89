import type { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';

/** How strictly Pods keep apart. `preferred` places them side by side rather than not at all. */
export type TopologySpread = 'preferred' | 'required';

/**
 * Spreads the Pods of one version evenly over zones, then over nodes. `pod-template-hash` keeps the versions of a
 * rollout from being counted together, which would leave the new one lopsided when the old one is gone.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#spread-constraint-definition
 */
export function topologySpread(selector: Labels, strictness: TopologySpread): k8s.TopologySpreadConstraint[] {
  return ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
    topologyKey,
    maxSkew: 1,
    whenUnsatisfiable: strictness === 'required' ? 'DoNotSchedule' : 'ScheduleAnyway',
    labelSelector: { matchLabels: { ...selector } },
    matchLabelKeys: ['pod-template-hash'],
  }));
}
