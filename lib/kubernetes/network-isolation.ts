import { groupOf } from './identity';
import { labelSelectorPicks } from './label-selector';
import type { Manifest } from './manifest';
import { manifestField, manifestFieldList } from './manifest-field';
import { namespaceOf } from './namespace-of';
import type { RunningPods } from './running-pods';

/** Directions in which NetworkPolicies say what of a Pod's traffic passes; a direction that none says is open. */
export type NetworkDirection = 'Ingress' | 'Egress';

/** Kinds of other groups that do what a NetworkPolicy does. */
const OTHER_GROUPS = /(^|\.)(cilium\.io|projectcalico\.org|antrea\.io|policy\.networking\.k8s\.io)$/;

/** Whether an object is a NetworkPolicy as Kubernetes has it. */
export function isNetworkIsolation({ apiVersion, kind }: Manifest): boolean {
  return groupOf(apiVersion) === 'networking.k8s.io' && kind === 'NetworkPolicy';
}

/**
 * Whether a Pod is isolated in a direction. What policies of a network plugin do is not known here: where there is one that
 * may be about the Pod, it is taken to isolate it.
 *
 * @source kubernetes@1.36 pkg/apis/networking/v1/defaults.go SetDefaults_NetworkPolicy: without types it is ingress, and egress where there are rules
 */
export function hasNetworkIsolation(
  pods: RunningPods,
  direction: NetworkDirection,
  objects: readonly Manifest[],
): boolean {
  return objects.some((object) => {
    const { kind, metadata } = object;
    if (/Policy$/.test(kind) && OTHER_GROUPS.test(groupOf(object.apiVersion)))
      return metadata.namespace === undefined || metadata.namespace === pods.namespace;
    if (!isNetworkIsolation(object) || namespaceOf(object) !== pods.namespace) return false;
    const types = manifestFieldList(object, 'spec.policyTypes');
    const standard = ['Ingress', ...(manifestFieldList(object, 'spec.egress').length > 0 ? ['Egress'] : [])];
    const isAbout = (types.length > 0 ? types : standard).includes(direction);
    return isAbout && labelSelectorPicks(manifestField(object, 'spec.podSelector'), pods.labels);
  });
}
