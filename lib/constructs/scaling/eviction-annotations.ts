/** Annotations of a Pod template that tell the cluster autoscaler whether it may take the Pod's node away: `podAnnotations`. */
export type EvictionAnnotations = Readonly<Record<`cluster-autoscaler.kubernetes.io/${string}`, string>>;

/**
 * The Pod never keeps its node: not for what it wrote there, not for having no controller, not for being in kube-system.
 * A disruption budget still holds.
 *
 * @source kubernetes/autoscaler cluster-autoscaler/simulator/drainability/rules/rules.go: asked before all that block
 */
export function safeToEvict(): EvictionAnnotations {
  return { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'true' };
}

/** The Pod keeps its node for as long as it runs: for work that cannot be done again. Drains by others still evict it. */
export function notSafeToEvict(): EvictionAnnotations {
  return { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false' };
}

/**
 * What these volumes hold may be lost with the node. Each emptyDir on disk and each hostPath that is not named keeps the
 * node, unless the autoscaler runs with `--skip-nodes-with-local-storage=false`; other volumes never do.
 *
 * @param volumes names of volumes of the Pod
 * @source kubernetes/autoscaler cluster-autoscaler/utils/drain/drain.go HasBlockingLocalStorage: parted by commas, no spaces
 */
export function safeToEvictLocalVolumes(...volumes: readonly [string, ...string[]]): EvictionAnnotations {
  return { 'cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes': volumes.join(',') };
}
