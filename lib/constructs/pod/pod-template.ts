import type { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { containerManifest } from '../container/container-manifest';
import type { ContainerProps } from '../container/container-props';
import type { NamedContainer } from '../container/named-container';
import type { Mount } from '../storage/volume';
import type { Defaulted } from '../with-defaults';
import { dnsFields } from './dns-config';
import { podAffinity } from './pod-affinity';
import type { DEFAULTS, PodProps } from './pod-props';
import { podSecurity } from './pod-security';

/** A Pod with its main container, defaults filled in. */
export type Pod = Defaulted<PodProps, typeof DEFAULTS> &
  ContainerProps & {
    /** Name of the main container. */
    readonly application: string;
  };

/** What the owner of the Pod says of it. */
export interface PodOwner {
  readonly labels: Labels;
  /** Labels that its Pods, and no others, carry. */
  readonly selector: Labels;
  /**
   * What happens when a container ends.
   *
   * @default - it is restarted
   */
  readonly restartPolicy?: 'Never' | 'OnFailure';
  /**
   * How the Pods keep apart.
   *
   * @default - as the scheduler sees fit
   */
  readonly spread?: k8s.TopologySpreadConstraint[];
}

/** The Pod that a workload makes copies of. */
export function podTemplate(
  pod: Pod,
  { labels, selector, restartPolicy, spread }: PodOwner,
): Required<k8s.PodTemplateSpec> {
  const { mounts, ...containers } = containersOf(pod);
  const volumes = volumesOf(mounts);
  const annotations = pod.podAnnotations && { ...pod.podAnnotations };
  return {
    metadata: { labels: { ...labels, ...pod.podLabels }, annotations },
    spec: {
      // a Pod that never asks the API server needs no token to be stolen, and no variables of other Services
      automountServiceAccountToken: pod.account?.token === 'mounted',
      enableServiceLinks: false,
      serviceAccountName: pod.account?.name,
      restartPolicy,
      ...networkFields(pod),
      shareProcessNamespace: pod.processNamespace === 'pod' || undefined,
      securityContext: podSecurity(pod.user),
      imagePullSecrets: pullSecrets(pod),
      terminationGracePeriodSeconds: pod.gracePeriod.toSeconds(),
      ...placementFields(pod, selector),
      topologySpreadConstraints: spread,
      ...containers,
      volumes: volumes.length > 0 ? volumes : undefined,
    },
  };
}

function containersOf(pod: Pod) {
  const { application: name, drainDelay, port, initContainers = [], sidecars = [], containers = [] } = pod;
  const main = containerManifest(pod, { name, drainDelay: port === undefined ? undefined : drainDelay });
  const beside = containers.map(named);
  const before = [
    ...sidecars.map((props) => {
      const { container, mounts } = named(props);
      return { container: { ...container, restartPolicy: 'Always' }, mounts };
    }),
    ...initContainers.map(named),
  ];
  return {
    initContainers: before.length > 0 ? before.map(({ container }) => container) : undefined,
    containers: [main, ...beside].map(({ container }) => container),
    mounts: [main, ...beside, ...before].flatMap(({ mounts }) => mounts),
  };
}

function named(props: NamedContainer) {
  return containerManifest(props, { name: props.name, user: props.user, owner: `${props.name}-` });
}

/** Each volume once, however many mount it; one of a claim template is made by the owner. */
function volumesOf(mounts: readonly Mount[]): k8s.Volume[] {
  const byName = new Map(mounts.map(({ volume }) => [volume.name, volume]));
  return [...byName.values()].filter(({ traits }) => !traits.template).map((volume) => volume.manifest());
}

function networkFields({ network, dns, hostAliases }: Pod) {
  return {
    hostNetwork: network === 'host' || undefined,
    ...dnsFields(network, dns),
    hostAliases:
      hostAliases && Object.entries(hostAliases).map(([ip, hostnames]) => ({ ip, hostnames: [...hostnames] })),
  };
}

function placementFields({ placement = [] }: Pod, self: Labels): Partial<k8s.PodSpec> {
  const all = placement.map(({ parts }) => parts);
  const selectors = all.flatMap(({ nodeSelector }) => (nodeSelector ? [nodeSelector] : []));
  const tolerations = all.flatMap(({ toleration }) => (toleration ? [toleration] : []));
  return {
    nodeName: all.find(({ nodeName }) => nodeName)?.nodeName,
    nodeSelector: selectors.length > 0 ? Object.assign({}, ...selectors) : undefined,
    affinity: podAffinity(placement, self),
    tolerations: tolerations.length > 0 ? tolerations : undefined,
    priorityClassName: all.find(({ priorityClassName }) => priorityClassName)?.priorityClassName,
    schedulerName: all.find(({ schedulerName }) => schedulerName)?.schedulerName,
  };
}

function pullSecrets({ image, initContainers = [], sidecars = [], containers = [] }: Pod) {
  const images = [image, ...[...containers, ...sidecars, ...initContainers].map((container) => container.image)];
  const names = new Set(images.flatMap(({ pullSecret }) => (pullSecret ? [pullSecret] : [])));
  return names.size > 0 ? [...names].map((name) => ({ name })) : undefined;
}
