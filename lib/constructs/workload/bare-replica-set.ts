import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { DEFAULTS as CONTAINER_DEFAULTS, type ContainerProps } from '../container/container-props';
import { InvalidProp } from '../invalid-prop';
import { podMistake } from '../pod/pod-mistake';
import { DEFAULTS as POD_DEFAULTS, type PodProps } from '../pod/pod-props';
import { podTemplate } from '../pod/pod-template';
import { type QosClass, qosClass } from '../pod/qos-class';
import { type TopologySpread, topologySpread } from '../pod/topology-spread';
import { type Defaulted, withDefaults } from '../with-defaults';
import { autoscalerProblem } from './autoscaler-problem';
import { runningContainers } from './running-containers';
import type { ScalableWorkload } from './scalable-workload';
import { servedPort } from './served-port';
import { type WorkloadIdentity, type WorkloadIdentityProps, workloadIdentity } from './workload-identity';
import { workloadMistake } from './workload-mistake';

/** Props of `BareReplicaSet`. */
export interface BareReplicaSetProps extends ContainerProps, PodProps, WorkloadIdentityProps {
  /**
   * Pods to run, or `'autoscaled'` where an autoscaler decides.
   *
   * @default 2
   */
  readonly replicas?: number | 'autoscaled';

  /**
   * Time a new Pod must stay ready before it counts as available.
   *
   * @default Duration.seconds(5)
   */
  readonly minReady?: Duration;

  /**
   * How strictly Pods keep apart over zones and nodes.
   *
   * @default 'preferred'
   */
  readonly spread?: TopologySpread;
}

/** What left-out props become. */
export const DEFAULTS = {
  ...CONTAINER_DEFAULTS,
  ...POD_DEFAULTS,
  replicas: 2,
  minReady: Duration.seconds(5),
  spread: 'preferred',
} as const;

/**
 * Copies of a Pod, for tutorials: take a `ProbedDeployment` instead. A ReplicaSet never replaces a Pod because its template
 * changed: a new image reaches only Pods that are made later, so both versions run on, side by side.
 *
 * Defines one ReplicaSet.
 *
 * @throws InvalidProp for what Kubernetes would refuse, and for what does not fit together
 * @example new BareReplicaSet(this, 'Nginx', { image, size, port: 80, replicas: 3 });
 */
export class BareReplicaSet extends Construct implements ScalableWorkload {
  /** The ReplicaSet itself, for what the props do not cover. */
  public readonly replicaSet: k8s.KubeReplicaSet;
  public readonly name: string;
  public readonly selector: Labels;
  public readonly replicas: number | 'autoscaled';
  public readonly reference: ScalableWorkload['reference'];
  public readonly requested: ScalableWorkload['requested'];
  /** Names of its containers and sidecars, the main one first. */
  public readonly containers: readonly string[];
  /** Time that a container has to start in, where a startup or a liveness probe says it. */
  public readonly startupAllowance?: Duration;
  /** Who goes first when a node runs short of memory. */
  public readonly qosClass: QosClass;
  private readonly served?: string;

  constructor(scope: Construct, id: string, props: BareReplicaSetProps) {
    super(scope, id);
    const resolved = { ...withDefaults(props, DEFAULTS), ...workloadIdentity(this, props) };
    const { name, labels, port, portName } = resolved;
    const wrong = workloadMistake('ReplicaSet', resolved) ?? podMistake(resolved, { restarts: 'always' });
    if (wrong) throw new InvalidProp(wrong.code, this, wrong);

    this.name = name;
    this.selector = resolved.selector;
    this.replicas = resolved.replicas;
    this.reference = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name };
    this.requested = ['cpu', 'memory'];
    this.containers = runningContainers(resolved);
    this.served = port === undefined ? undefined : portName;
    this.qosClass = qosClass(resolved);
    this.startupAllowance = (resolved.startup ?? resolved.liveness)?.allowance;
    const spec = replicaSetSpec(resolved);
    this.replicaSet = new k8s.KubeReplicaSet(this, 'ReplicaSet', { metadata: { name, labels }, spec });
    this.node.addValidation({ validate: () => autoscalerProblem(this) });
  }

  /** Name of the port, for Services and policies. @throws InvalidProp `NoPort` where it has none */
  get portName(): string {
    return servedPort(this, this.served);
  }
}

function replicaSetSpec(props: Defaulted<BareReplicaSetProps, typeof DEFAULTS> & WorkloadIdentity): k8s.ReplicaSetSpec {
  const { labels, selector, replicas, minReady } = props;
  return {
    replicas: replicas === 'autoscaled' ? undefined : replicas,
    minReadySeconds: minReady.toSeconds() || undefined, // the API drops a 0 here
    selector: { matchLabels: { ...selector } },
    template: podTemplate(props, { labels, selector, spread: topologySpread(selector, props.spread, 'none') }),
  };
}
