import { ApiObject, Chart, type Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { type Labels, selectorLabels } from '../../kubernetes/labels';
import { kebabCase } from '../../kubernetes/names';
import { podTemplate } from '../pod/pod-template';
import { type QosClass, qosClass } from '../pod/qos-class';
import { topologySpread } from '../pod/topology-spread';
import { withDefaults } from '../with-defaults';
import { DEFAULTS, type ProbedDeploymentProps, type ResolvedDeploymentProps } from './probed-deployment-props';
import { requireSoundDeployment } from './require-sound-deployment';
import type { ScalableWorkload } from './scalable-workload';

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
    const name = props.name ?? kebabCase(id);
    const resolved = withDefaults(props, { ...DEFAULTS, name, application: name });
    requireSoundDeployment(this, resolved);

    this.name = name;
    this.selector = selectorLabels(resolved.application, name);
    this.replicas = resolved.replicas;
    this.reference = { apiVersion: 'apps/v1', kind: 'Deployment', name };
    this.requested = ['cpu', 'memory'];
    this.containers = runningContainers(resolved);
    this.portName = resolved.portName;
    this.qosClass = qosClass(resolved);
    this.startupAllowance = (resolved.startup ?? resolved.liveness).allowance;
    const labels = { ...Chart.of(this).labels, ...this.selector };
    this.deployment = new k8s.KubeDeployment(this, 'Deployment', {
      metadata: { name, labels },
      spec: deploymentSpec(resolved, labels, this.selector),
    });
    this.node.addValidation({ validate: () => this.scaledByNobody() });
  }

  /** Without a count and without an autoscaler Kubernetes would run one Pod, which nobody asked for. */
  private scaledByNobody(): string[] {
    if (this.replicas !== 'autoscaled') return [];
    const scaled = Chart.of(this)
      .node.findAll()
      .some((part) => ApiObject.isApiObject(part) && targets(part, this.name));
    return scaled
      ? []
      : ['replicas: invalid value "autoscaled": must have an autoscaler; add an AutoscaledWorkload, or give a count'];
  }
}

function runningContainers({ application, containers = [], sidecars = [] }: ResolvedDeploymentProps): string[] {
  return [application, ...[...containers, ...sidecars].map(({ name }) => name)];
}

function targets(part: Construct, name: string): boolean {
  const object = part as ApiObject;
  if (object.kind !== 'HorizontalPodAutoscaler') return false;
  const { kind, name: target } = object.toJson().spec.scaleTargetRef;
  return kind === 'Deployment' && target === name;
}

function deploymentSpec(props: ResolvedDeploymentProps, labels: Labels, selector: Labels): k8s.DeploymentSpec {
  return {
    replicas: props.replicas === 'autoscaled' ? undefined : props.replicas,
    revisionHistoryLimit: props.revisionHistoryLimit,
    // the API drops a 0 here, and kubectl would then see a change at every apply
    minReadySeconds: props.minReady.toSeconds() || undefined,
    progressDeadlineSeconds: props.progressDeadline.toSeconds(),
    strategy: props.rollout.manifest(),
    selector: { matchLabels: { ...selector } },
    template: podTemplate(props, { labels, selector, spread: topologySpread(selector, props.spread) }),
  };
}
