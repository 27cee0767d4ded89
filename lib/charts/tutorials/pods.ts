import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Exposure } from '../../constructs/discovery/exposure';
import { WorkloadService } from '../../constructs/discovery/workload-service';
import { NetworkAccess } from '../../constructs/network/network-access';
import { NetworkPeer } from '../../constructs/network/network-peer';
import { Volume } from '../../constructs/storage/volume';
import { BarePod } from '../../constructs/workload/bare-pod';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import { partOf } from '../../kubernetes/labels';
import { NEEDS } from './needs';
import { ownNamespace } from './own-namespace';

const NGINX = 'docker.io/nginxinc/nginx-unprivileged:1.29';
const nginx = { image: imageFrom(NGINX), port: 8080, restartPolicy: 'Always' } as const;

/**
 * Pods by themselves: image, ports, labels, resources, names in DNS. Each is a bare Pod, to look at: what is to run on is a
 * Deployment, as in the chapter on those.
 *
 * The namespace is its own and open to what a node has, for the lessons on a port and a file of the node.
 */
export class PodsChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: `${env.namespace}-pods`, labels: partOf('pods', env.name) });
    ownNamespace(this, env, 'privileged');
    this.first(env);
    this.ports(env);
    this.images(env);
    this.labelled(env);
    this.resources(env);
    this.named(env);
    this.discovery(env);
  }

  /** The smallest Pod: an image that has a version, and how much of a node it may take. */
  private first({ sizes: { small: size } }: Environment): void {
    const image = imageFrom('registry.cn-hangzhou.aliyuncs.com/ceyewan/hellok8s:v1');
    new BarePod(this, 'Hellok8sPod', { image, size, port: 3000, restartPolicy: 'Always' });
    new BarePod(this, 'Nginx', { ...nginx, size });
  }

  /** A `containerPort` only says what is listened on. A port of the node leads there by `hostPort`, which the text took it for. */
  private ports({ sizes: { small: size } }: Environment): void {
    const { port, ...unnamed } = nginx;
    new BarePod(this, 'WebPod', { ...unnamed, size, extraPorts: [{ name: 'web', port, hostPort: 18080 }] });
    new BarePod(this, 'NamedPort', { ...nginx, size, portName: 'nginx-port' });
  }

  /** A tag names one version, so a node that has it need not ask again. A private registry is asked with a Secret. */
  private images({ sizes: { small: size } }: Environment): void {
    new BarePod(this, 'AlwaysPulled', { ...nginx, size, image: imageFrom(NGINX, { pullPolicy: 'Always' }) });
    const options = { pullPolicy: 'Always', pullSecret: 'aliyun' } as const;
    const image = imageFrom('registry.cn-shanghai.aliyuncs.com/xudaxian/arcgis:v1.0', options);
    new BarePod(this, 'PrivateImage', {
      ...nginx,
      size,
      containers: [{ name: 'arcgis', image, size }], // the tag stood behind a slash, which made it part of the name
      podAnnotations: { [NEEDS]: 'the Secret aliyun, with a login for that registry' },
    });
  }

  /** Labels are for others to find Pods by. The environment is one already, on everything. */
  private labelled({ sizes: { small: size } }: Environment): void {
    new BarePod(this, 'Frontend', { ...nginx, size, podLabels: { app: 'frontend' } });
    new BarePod(this, 'MyPod', { ...nginx, size, podLabels: { app: 'my-app', tier: 'backend' } });
  }

  /** What a Pod asks for is set aside for it; what it may take at most it is held to. And a file of its node: the time zone. */
  private resources({ sizes: { medium: size } }: Environment): void {
    const zone = Volume.hostPath('localtime', '/usr/share/zoneinfo/Asia/Shanghai', 'File');
    new BarePod(this, 'LocalTime', {
      ...nginx,
      size,
      mounts: [zone.at('/etc/localtime', { access: 'readOnly' })],
      podAnnotations: { [NEEDS]: 'nodes with time zones in /usr/share/zoneinfo' },
    });
    new BarePod(this, 'Sized', { ...nginx, size });
  }

  /** A hostname alone is known to the Pod only. With a headless Service, `my-pod.my-subdomain` is known to its namespace. */
  private named({ sizes: { small: size } }: Environment): void {
    new BarePod(this, 'Hostname', { ...nginx, size, hostname: 'my-pod-hostname' });
    const hostname = { hostname: 'my-pod', service: 'my-subdomain' };
    const pod = new BarePod(this, 'Subdomain', { ...nginx, size, hostname });
    new WorkloadService(this, 'MySubdomain', { workload: pod, name: hostname.service, exposure: Exposure.headless() });
  }

  /**
   * A Service is found by its DNS name, which is written into the manifest; nobody injects it. The variables that Kubernetes
   * does inject were called by a wrong name: those of `myapp-service` begin with MYAPP_SERVICE_SERVICE_.
   */
  private discovery({ sizes: { small: size } }: Environment): void {
    const server = new BarePod(this, 'MyappServer', { ...nginx, size });
    const service = new WorkloadService(this, 'Service', { workload: server, name: 'myapp-service', port: 8080 });
    new BarePod(this, 'MyappPod', {
      ...nginx,
      size,
      env: { DATABASE_HOST: service.dnsName, DATABASE_PORT: '8080' },
    });
    const caller = new BarePod(this, 'CallOnce', {
      image: imageFrom('docker.io/curlimages/curl:8.16.0'),
      size,
      restartPolicy: 'OnFailure', // curl ends at once, and under "Always" would be started for ever
      command: ['sh', '-c', `curl --fail http://${service.dnsName}:8080`],
    });
    this.open(server, caller);
  }

  /** In a namespace that denies everything by default, both sides of a connection are allowed by name. */
  private open(server: BarePod, caller: BarePod): void {
    new NetworkAccess(this, 'FromCaller', { workload: server, allowFrom: [NetworkPeer.pods(caller.selector)] });
    new NetworkAccess(this, 'ToServer', { workload: caller, allowTo: [NetworkPeer.workload(server)] });
  }
}
