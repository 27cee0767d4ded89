import type { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { type QosClass, qosClass } from '../pod/qos-class';
import { withDefaults } from '../with-defaults';
import { autoscalerProblem } from './autoscaler-problem';
import { deploymentSpec } from './deployment-spec';
import { DEFAULTS, type ProbedDeploymentProps } from './probed-deployment-props';
import { requireSoundDeployment } from './require-sound-deployment';
import { runningContainers } from './running-containers';
import type { ScalableWorkload } from './scalable-workload';
import { workloadIdentity } from './workload-identity';

/**
 * A Deployment that says when its Pods are ready, when they are dead, and how they end; accepted by Pod Security
 * "restricted".
 *
 * Defines one Deployment. Its Pods are selected by application and name, which a refactoring keeps.
 *
 * @throws InvalidProp for what Kubernetes would refuse, and for timings that do not fit each other
 * @example
 * new ProbedDeployment(this, 'Web', {
 *   image, size, port: 8080, readiness: Probe.http('/ready'), liveness: Probe.http('/healthz'),
 * });
 */
export class ProbedDeployment extends Construct implements ScalableWorkload {
  /** The Deployment itself, for what the props do not cover. */
  public readonly deployment: k8s.KubeDeployment;
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

  constructor(scope: Construct, id: string, props: ProbedDeploymentProps) {
    super(scope, id);
    const resolved = { ...withDefaults(props, DEFAULTS), ...workloadIdentity(this, props) };
    const { name, labels } = resolved;
    requireSoundDeployment(this, resolved);

    this.name = name;
    this.selector = resolved.selector;
    this.replicas = resolved.replicas;
    this.reference = { apiVersion: 'apps/v1', kind: 'Deployment', name };
    this.requested = ['cpu', 'memory'];
    this.containers = runningContainers(resolved);
    this.portName = resolved.portName;
    this.qosClass = qosClass(resolved);
    this.startupAllowance = (resolved.startup ?? resolved.liveness).allowance;
    this.deployment = new k8s.KubeDeployment(this, 'Deployment', {
      metadata: { name, labels },
      spec: deploymentSpec(resolved),
    });
    this.node.addValidation({ validate: () => autoscalerProblem(this) });
  }
}
