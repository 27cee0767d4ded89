import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Probe } from '../../constructs/container/probe';
import { LabelExpression } from '../../constructs/pod/label-expression';
import { Placement } from '../../constructs/pod/placement';
import { BarePod, type BarePodProps } from '../../constructs/workload/bare-pod';
import { ProbedDeployment } from '../../constructs/workload/probed-deployment';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import { partOf } from '../../kubernetes/labels';
import { NEEDS } from './needs';
import { ownNamespace } from './own-namespace';

const nginx = { image: imageFrom('docker.io/nginxinc/nginx-unprivileged:1.29'), port: 8080 };

/** A label that every node has, so that these Pods find a place in any cluster. */
const OS = 'kubernetes.io/os';

/**
 * Where Pods run: nodes by name and by label, neighbours, taints. What is `required` must be there, or the Pod waits for
 * ever; what is `preferred` is worth its weight.
 */
export class SchedulingChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: `${env.namespace}-scheduling`, labels: partOf('scheduling', env.name) });
    ownNamespace(this, env);
    this.nodes(env);
    this.neighbours(env);
    this.taints(env);
    this.copies(env);
  }

  /** Nodes by name, by label, and by conditions on labels. A preference has to do with labels, not with load. */
  private nodes(env: Environment): void {
    const linux = LabelExpression.in(OS, 'linux');
    this.pod(env, 'OnNode', {
      placement: [Placement.onNode('node-1')],
      podAnnotations: { [NEEDS]: 'a node called node-1' },
    });
    this.pod(env, 'NodeSelector', {
      placement: [Placement.nodeSelector({ [OS]: 'linux' })],
      podLabels: { app: 'backend' },
    });
    this.pod(env, 'RequiredNodes', { placement: [Placement.requireNodes(linux)] });
    this.pod(env, 'PreferredNodes', { placement: [Placement.preferNodes(100, linux)] });
  }

  /** On the node of a Pod of the backend, and nowhere else; and rather not on one with a Pod of the frontend. */
  private neighbours(env: Environment): void {
    const backend = { where: [LabelExpression.in('app', 'backend')] };
    const frontend = { where: [LabelExpression.in('app', 'frontend')] };
    this.pod(env, 'NearBackend', { placement: [Placement.near(backend, { strictness: 'required' })] });
    this.pod(env, 'AwayFromFrontend', { placement: [Placement.awayFrom(frontend)] });
  }

  /**
   * A taint keeps Pods off a node, a toleration lets one in, and neither draws any there. Nodes for sensitive Pods alone need
   * both and a label: the tutorial had the label only, which kept nobody out. The nodes get theirs by `kubectl label nodes
   * node-1 app=sensitive` and `kubectl taint nodes node-1 app=sensitive:NoSchedule`: to apply a Node is to overwrite all its
   * taints, or to make up a node.
   */
  private taints(env: Environment): void {
    this.pod(env, 'Tolerant', {
      placement: [Placement.tolerate('key1', { value: 'value1', effect: 'NoSchedule' })],
    });
    this.pod(env, 'SensitiveApp', {
      placement: [Placement.dedicatedNodes('app', 'sensitive')],
      podAnnotations: { [NEEDS]: 'a node with the label and the taint app=sensitive' },
    });
  }

  /** To outlive a node, there must be copies, and they must keep away from each other: from their own labels, whatever they are. */
  private copies({ sizes: { small: size } }: Environment): void {
    new ProbedDeployment(this, 'MyApp', {
      ...nginx,
      size,
      readiness: Probe.http('/'),
      liveness: Probe.tcp(),
      placement: [Placement.apart()],
      podLabels: { app: 'my-app' },
    });
  }

  private pod(
    { sizes: { small: size } }: Environment,
    id: string,
    props: Pick<BarePodProps, 'placement' | 'podLabels' | 'podAnnotations'>,
  ): void {
    new BarePod(this, id, { ...nginx, size, restartPolicy: 'Always', ...props });
  }
}
