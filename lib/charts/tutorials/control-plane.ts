import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Placement } from '../../constructs/pod/placement';
import { Volume } from '../../constructs/storage/volume';
import { BarePod } from '../../constructs/workload/bare-pod';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import { partOf } from '../../kubernetes/labels';
import { NEEDS } from './needs';
import { ownNamespace } from './own-namespace';

const CONTROL_PLANE_NODE = 'node-role.kubernetes.io/control-plane';

/**
 * What the kubelet of a control plane starts from files in /etc/kubernetes/manifests. Nobody applies these Pods: kubeadm
 * writes the files, and `kubectl get pods` shows a mirror of each. Here they are whole, where the tutorial had a few lines.
 */
export class ControlPlaneChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: `${env.namespace}-control-plane`, labels: partOf('control-plane', env.name) });
    ownNamespace(this, env, 'privileged');
    this.apiServer(env);
    this.scheduler(env);
  }

  /** Without `--feature-gates=EphemeralContainers=true`: the gate is gone, and a server that is told of it does not start. */
  private apiServer(env: Environment): void {
    this.component(env, 'kube-apiserver', [
      '--tls-cert-file=/etc/kubernetes/pki/apiserver.crt',
      '--tls-private-key-file=/etc/kubernetes/pki/apiserver.key',
    ]);
  }

  /** Without the gate, and without `--port=0`: the port without TLS that this closed is gone too. */
  private scheduler(env: Environment): void {
    this.component(env, 'kube-scheduler', [
      '--authentication-kubeconfig=/etc/kubernetes/scheduler.conf',
      '--authorization-kubeconfig=/etc/kubernetes/scheduler.conf',
      '--bind-address=127.0.0.1',
      '--kubeconfig=/etc/kubernetes/scheduler.conf',
      '--leader-elect=true',
    ]);
  }

  /** On a node of the control plane, on its network, with its files. */
  private component({ sizes: { medium: size } }: Environment, name: string, flags: readonly string[]): void {
    const settings = Volume.hostPath('kubernetes', '/etc/kubernetes', 'Directory');
    new BarePod(this, name, {
      image: imageFrom(`registry.k8s.io/${name}:v1.36.3`),
      size,
      restartPolicy: 'Always',
      user: 'root',
      network: 'host',
      command: [name, ...flags],
      mounts: [settings.at('/etc/kubernetes', { access: 'readOnly' })],
      placement: [
        Placement.nodeSelector({ [CONTROL_PLANE_NODE]: '' }),
        Placement.tolerate(CONTROL_PLANE_NODE, { effect: 'NoSchedule' }),
      ],
      podLabels: { component: name, tier: 'control-plane' },
      podAnnotations: {
        [NEEDS]: 'a node of the control plane, and the files that kubeadm makes there',
        'policy.exception/host-network': 'platform team: the control plane answers at the address of its node',
        'policy.exception/sensitive-host-mounts': 'platform team: kubeadm keeps its certificates there',
      },
    });
  }
}
