import type { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { podTemplate } from '../pod/pod-template';
import { type QosClass, qosClass } from '../pod/qos-class';
import { withDefaults } from '../with-defaults';
import { DEFAULTS, type ProbedDaemonSetProps, type ResolvedDaemonSetProps } from './probed-daemon-set-props';
import { requireSoundDaemonSet } from './require-sound-daemon-set';
import type { ScalableWorkload } from './scalable-workload';
import { servedPort } from './served-port';
import { workloadIdentity } from './workload-identity';

/**
 * One Pod on each node; accepted by Pod Security "restricted" unless it asks for something of the node.
 *
 * Defines one DaemonSet. It runs on nodes without taints: those of the control plane need a
 * `Placement.tolerate('node-role.kubernetes.io/control-plane')`, and `Placement.nodeSelector` chooses among nodes, which the
 * selector of a DaemonSet does not. It needs no DisruptionBudget: draining a node passes its Pods over.
 *
 * @throws InvalidProp for what Kubernetes would refuse, and for what does not fit together
 * @example
 * new ProbedDaemonSet(this, 'NodeExporter', {
 *   image, size, port: 9100, readiness: Probe.http('/'), liveness: Probe.http('/'),
 *   placement: [Placement.tolerate('node-role.kubernetes.io/control-plane')],
 * });
 */
export class ProbedDaemonSet extends Construct {
  /** The DaemonSet itself, for what the props do not cover. */
  public readonly daemonSet: k8s.KubeDaemonSet;
  public readonly name: string;
  public readonly selector: Labels;
  public readonly reference: ScalableWorkload['reference'];
  public readonly requested: ScalableWorkload['requested'];
  /** Time that a container has to start in, where a startup or a liveness probe says it. */
  public readonly startupAllowance?: Duration;
  /** Who goes first when a node runs short of memory. */
  public readonly qosClass: QosClass;
  private readonly served?: string;

  constructor(scope: Construct, id: string, props: ProbedDaemonSetProps) {
    super(scope, id);
    const resolved = { ...withDefaults(props, DEFAULTS), ...workloadIdentity(this, props) };
    const { name, labels, selector, port, portName } = resolved;
    requireSoundDaemonSet(this, resolved);

    this.name = name;
    this.selector = selector;
    this.reference = { apiVersion: 'apps/v1', kind: 'DaemonSet', name };
    this.requested = ['cpu', 'memory'];
    this.served = port === undefined ? undefined : portName;
    this.qosClass = qosClass(resolved);
    this.startupAllowance = (resolved.startup ?? resolved.liveness)?.allowance;
    this.daemonSet = new k8s.KubeDaemonSet(this, 'DaemonSet', {
      metadata: { name, labels },
      spec: daemonSetSpec(resolved),
    });
  }

  /** Name of the port, for Services and policies. @throws InvalidProp `NoPort` where it has none */
  get portName(): string {
    return servedPort(this, this.served);
  }
}

function daemonSetSpec(props: ResolvedDaemonSetProps): k8s.DaemonSetSpec {
  const { labels, selector, minReady, rollout, revisionHistoryLimit } = props;
  return {
    updateStrategy: rollout.manifest(),
    revisionHistoryLimit,
    // the API drops a 0 here, and kubectl would then see a change at every apply
    minReadySeconds: minReady.toSeconds() || undefined,
    selector: { matchLabels: { ...selector } },
    template: podTemplate(props, { labels, selector }),
  };
}
