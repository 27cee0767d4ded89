import type { k8s } from '../../kubernetes/k8s';
import { type Labels, labelKeyProblem } from '../../kubernetes/labels';

/** How evenly Pods are to be over places of one kind. */
export interface SpreadConstraint {
  /** Node label whose equal value means the same place. */
  readonly topologyKey: string;

  /**
   * Pods that one place may have more than another, 1 or more.
   *
   * @default 1
   */
  readonly maxSkew?: number;

  /**
   * `required`: a Pod that would make it more uneven stays Pending.
   *
   * @default 'preferred'
   */
  readonly strictness?: 'preferred' | 'required';

  /**
   * Places that there must be before Pods are put side by side; only for `required`.
   *
   * @default - as many as there are
   */
  readonly minDomains?: number;

  /**
   * Whether nodes that the Pod does not ask for count as places.
   *
   * @default 'Honor'
   */
  readonly nodeAffinityPolicy?: 'Honor' | 'Ignore';

  /**
   * Whether nodes whose taints the Pod does not tolerate count as places.
   *
   * @default 'Ignore'
   */
  readonly nodeTaintsPolicy?: 'Honor' | 'Ignore';
}

/** What left-out options become. The policies are Kubernetes' own defaults. */
export const DEFAULTS = {
  maxSkew: 1,
  strictness: 'preferred',
  nodeAffinityPolicy: 'Honor',
  nodeTaintsPolicy: 'Ignore',
} as const;

/**
 * How strictly Pods keep apart over zones, then over nodes; or each kind of place by itself. `preferred` places them side
 * by side rather than not at all.
 */
export type TopologySpread = 'preferred' | 'required' | readonly SpreadConstraint[];

const ZONE = 'topology.kubernetes.io/zone';
const NODE = 'kubernetes.io/hostname';

/**
 * Spreads the Pods of one version evenly. `revisionLabel` keeps the versions of a rollout from being counted together,
 * which would leave the new one lopsided when the old one is gone.
 *
 * @param revisionLabel label whose value is that of the Pod's version: `pod-template-hash` for a Deployment,
 *   `controller-revision-hash` for a StatefulSet, `'none'` where Pods carry none
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#spread-constraint-definition
 */
export function topologySpread(
  selector: Labels,
  spread: TopologySpread,
  revisionLabel = 'pod-template-hash',
): k8s.TopologySpreadConstraint[] {
  const constraints: readonly SpreadConstraint[] =
    typeof spread === 'string' ? [ZONE, NODE].map((topologyKey) => ({ topologyKey, strictness: spread })) : spread;
  return constraints.map(({ topologyKey, strictness, maxSkew, minDomains, nodeAffinityPolicy, nodeTaintsPolicy }) => ({
    topologyKey,
    maxSkew: maxSkew ?? DEFAULTS.maxSkew,
    whenUnsatisfiable: strictness === 'required' ? 'DoNotSchedule' : 'ScheduleAnyway',
    labelSelector: { matchLabels: { ...selector } },
    matchLabelKeys: revisionLabel === 'none' ? undefined : [revisionLabel],
    minDomains,
    nodeAffinityPolicy,
    nodeTaintsPolicy,
  }));
}

/** Evenly over zones alone: nodes of a zone may have any number. */
export function spreadAcrossZones(strictness: 'preferred' | 'required'): TopologySpread {
  return [{ topologyKey: ZONE, strictness }];
}

/** Why Kubernetes would refuse it; nothing where it would not. */
export function topologySpreadProblem(spread: TopologySpread) {
  if (typeof spread === 'string') return undefined;
  for (const { topologyKey, maxSkew = DEFAULTS.maxSkew, minDomains, strictness = DEFAULTS.strictness } of spread) {
    const least = { maxSkew, minDomains };
    const small = Object.entries(least).find(([, got]) => got !== undefined && (got < 1 || !Number.isInteger(got)));
    if (small)
      return { prop: small[0], got: small[1], rule: 'must be a whole number, 1 or more', mend: 'give 1 or more' };
    if (minDomains !== undefined && strictness !== 'required') {
      const mend = 'set strictness to "required", or leave it out';
      return { prop: 'minDomains', got: minDomains, rule: 'must not be given for a preferred spread', mend };
    }
    const wrongKey = labelKeyProblem(topologyKey);
    if (wrongKey)
      return { prop: 'topologyKey', got: topologyKey, rule: wrongKey, mend: 'give the key of a node label' };
    const same = (other: SpreadConstraint) =>
      other.topologyKey === topologyKey && (other.strictness ?? DEFAULTS.strictness) === strictness;
    if (spread.filter(same).length > 1) {
      const mend = 'say each kind of place once';
      return { prop: 'topologyKey', got: topologyKey, rule: 'must not be given twice with one strictness', mend };
    }
  }
  return undefined;
}
