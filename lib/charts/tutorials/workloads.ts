import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Probe } from '../../constructs/container/probe';
import { BareReplicaSet } from '../../constructs/workload/bare-replica-set';
import { DaemonSetRollout } from '../../constructs/workload/daemon-set-rollout';
import { LogCollector } from '../../constructs/workload/log-collector';
import { ProbedDaemonSet } from '../../constructs/workload/probed-daemon-set';
import { ProbedDeployment } from '../../constructs/workload/probed-deployment';
import { ProbedStatefulSet } from '../../constructs/workload/probed-stateful-set';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import { partOf } from '../../kubernetes/labels';
import { ownNamespace } from './own-namespace';

const nginx = {
  image: imageFrom('docker.io/nginxinc/nginx-unprivileged:1.29'),
  port: 8080,
  readiness: Probe.http('/'),
  liveness: Probe.tcp(),
};

/**
 * What runs Pods beside Deployments: ReplicaSets, one Pod on each node, Pods that keep their names. The namespace is its own
 * and open to what a node has, for a collector of logs that reads those of its node.
 */
export class WorkloadsChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: `${env.namespace}-workloads`, labels: partOf('workloads', env.name) });
    ownNamespace(this, env, 'privileged');
    this.copies(env);
    this.onEachNode(env);
    this.logs(env);
    this.named(env);
  }

  /** A ReplicaSet keeps three Pods there. Its new image would reach none of them: what is updated is a Deployment. */
  private copies({ sizes: { small: size } }: Environment): void {
    new BareReplicaSet(this, 'MyReplicaSet', { ...nginx, size, replicas: 3 });
    new ProbedDeployment(this, 'Updated', { ...nginx, size, replicas: 3 });
  }

  /** One Pod on each node. An update takes the old one first, or brings the new one first; Kubernetes refuses both at once. */
  private onEachNode({ sizes: { small: size } }: Environment): void {
    new ProbedDaemonSet(this, 'MyDaemonSet', { ...nginx, size });
    new ProbedDaemonSet(this, 'Surging', { ...nginx, size, rollout: DaemonSetRollout.maxSurge(1) });
  }

  /** It finds its nodes by where it may run, not by its selector, which names its own Pods; and it mounts what it collects. */
  private logs({ sizes: { small: size } }: Environment): void {
    new LogCollector(this, 'LogCollector', { image: imageFrom('docker.io/fluent/fluent-bit:4.1.1'), size });
  }

  /** Pods that keep their names, in DNS too: the headless Service that this takes comes with them. One starts after the other. */
  private named({ sizes: { small: size } }: Environment): void {
    new ProbedStatefulSet(this, 'MyStatefulSet', { ...nginx, size, replicas: 3, podManagementPolicy: 'OrderedReady' });
  }
}
