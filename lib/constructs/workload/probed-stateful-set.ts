import { Chart, type Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { podDnsName } from '../../kubernetes/pod-dns-name';
import { type ContainerPort, DEFAULTS as PORT_DEFAULTS } from '../container/container-port';
import { podTemplate } from '../pod/pod-template';
import { type QosClass, qosClass } from '../pod/qos-class';
import { topologySpread } from '../pod/topology-spread';
import { withDefaults } from '../with-defaults';
import { autoscalerProblem } from './autoscaler-problem';
import { claimTemplateManifest } from './claim-template';
import { DEFAULTS, type ProbedStatefulSetProps, type ResolvedStatefulSetProps } from './probed-stateful-set-props';
import { requireSoundStatefulSet } from './require-sound-stateful-set';
import { runningContainers } from './running-containers';
import type { ScalableWorkload } from './scalable-workload';
import { workloadIdentity } from './workload-identity';

/**
 * Pods that keep their name, their DNS name and their disks when they are made anew; they say when they are ready and when
 * they are dead, and are accepted by Pod Security "restricted".
 *
 * Defines one StatefulSet and its headless Service. Kubernetes refuses a change of the selector (application and name), of
 * `serviceName`, `claims` and `podManagementPolicy`: for that delete the StatefulSet by `kubectl delete --cascade=orphan`,
 * which leaves its Pods running, and apply the new one.
 *
 * @throws InvalidProp for what Kubernetes would refuse, and for what does not fit together
 * @example
 * new ProbedStatefulSet(this, 'Database', {
 *   image, size, port: 5432, replicas: 3,
 *   readiness: Probe.exec(['pg_isready']), liveness: Probe.tcp(),
 *   claims: [{ name: 'data', size: Size.gibibytes(20) }],
 *   mounts: [Volume.claimTemplate('data').at('/var/lib/postgresql/data')],
 * });
 */
export class ProbedStatefulSet extends Construct implements ScalableWorkload {
  /** The StatefulSet itself, for what the props do not cover. */
  public readonly statefulSet: k8s.KubeStatefulSet;
  /** The headless Service that gives each Pod its DNS name. */
  public readonly service: k8s.KubeService;
  public readonly name: string;
  public readonly selector: Labels;
  public readonly replicas: number | 'autoscaled';
  public readonly reference: ScalableWorkload['reference'];
  public readonly requested: ScalableWorkload['requested'];
  /** Names of its containers and sidecars, the main one first. */
  public readonly containers: readonly string[];
  /** Name of the port, for Services and probes. */
  public readonly portName: string;
  /** Time that a container has to start in: what the startup probe allows, or the liveness probe where there is none. */
  public readonly startupAllowance: Duration;
  /** Who goes first when a node runs short of memory. */
  public readonly qosClass: QosClass;

  constructor(scope: Construct, id: string, props: ProbedStatefulSetProps) {
    super(scope, id);
    const identity = workloadIdentity(this, props);
    const { name, labels, selector } = identity;
    const serviceName = props.serviceName ?? `${name}-headless`;
    const resolved = { ...withDefaults(props, DEFAULTS), ...identity, serviceName };
    requireSoundStatefulSet(this, resolved);

    this.name = name;
    this.selector = selector;
    this.replicas = resolved.replicas;
    this.reference = { apiVersion: 'apps/v1', kind: 'StatefulSet', name };
    this.requested = ['cpu', 'memory'];
    this.containers = runningContainers(resolved);
    this.portName = resolved.portName;
    this.qosClass = qosClass(resolved);
    this.startupAllowance = (resolved.startup ?? resolved.liveness).allowance;
    this.service = new k8s.KubeService(this, 'Service', {
      metadata: { name: serviceName, labels },
      spec: serviceSpec(resolved),
    });
    const spec = statefulSetSpec(resolved);
    this.statefulSet = new k8s.KubeStatefulSet(this, 'StatefulSet', { metadata: { name, labels }, spec });
    this.node.addValidation({ validate: () => autoscalerProblem(this) });
  }

  /** DNS name of one Pod. @param ordinal number of the Pod: `startOrdinal` is the first, 0 where it is not given */
  dnsName(ordinal: number): string {
    const { namespace } = Chart.of(this);
    return podDnsName({ hostname: `${this.name}-${ordinal}`, service: this.service.name, namespace });
  }
}

function serviceSpec(props: ResolvedStatefulSetProps): k8s.ServiceSpec {
  const { selector, port: first, portName, extraPorts = [], publishedAddresses } = props;
  const ports: readonly ContainerPort[] = [{ name: portName, port: first }, ...extraPorts];
  return {
    type: 'ClusterIP',
    clusterIp: 'None',
    selector: { ...selector },
    publishNotReadyAddresses: publishedAddresses === 'all' || undefined,
    ports: ports.map(({ name, port, protocol = PORT_DEFAULTS.protocol }) => ({
      name,
      port,
      targetPort: k8s.IntOrString.fromString(name),
      protocol,
    })),
  };
}

function statefulSetSpec(props: ResolvedStatefulSetProps): k8s.StatefulSetSpec {
  const { labels, selector, serviceName, claims = [], claimsWhenDeleted, claimsWhenScaled } = props;
  const some = claims.length > 0;
  return {
    replicas: props.replicas === 'autoscaled' ? undefined : props.replicas,
    serviceName,
    podManagementPolicy: props.podManagementPolicy,
    updateStrategy: props.rollout.manifest(),
    revisionHistoryLimit: props.revisionHistoryLimit,
    // the API drops a 0 here, and kubectl would then see a change at every apply
    minReadySeconds: props.minReady.toSeconds() || undefined,
    ordinals: props.startOrdinal === 0 ? undefined : { start: props.startOrdinal },
    volumeClaimTemplates: some ? claims.map(claimTemplateManifest) : undefined,
    persistentVolumeClaimRetentionPolicy: some
      ? { whenDeleted: claimsWhenDeleted, whenScaled: claimsWhenScaled }
      : undefined,
    selector: { matchLabels: { ...selector } },
    template: podTemplate(props, {
      labels,
      selector,
      spread: topologySpread(selector, props.spread, 'controller-revision-hash'),
    }),
  };
}
