import { Chart, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { Volume } from '../../constructs/storage/volume';
import { Tenancy } from '../../constructs/tenancy/tenancy';
import { BarePod } from '../../constructs/workload/bare-pod';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import { partOf } from '../../kubernetes/labels';

const NAMESPACE = 'tutorial-volumes';

const nginx = { image: imageFrom('docker.io/nginxinc/nginx-unprivileged:1.29'), port: 8080 };
const busybox = { image: imageFrom('docker.io/library/busybox:1.37') };
const sizeLimit = Size.mebibytes(10);
const write = ['sh', '-c', 'echo "hello world" > /data/hello.txt'];
const read = ['cat', '/data/hello.txt'];

/**
 * Volumes of a Pod: empty ones, which end with it, and folders of its node, which do not. Pod Security "baseline" forbids
 * the latter, so this namespace is of level "privileged"; nobody but agents of the nodes should need one.
 */
export class VolumesChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: NAMESPACE, labels: partOf('volumes', env.name) });
    new Tenancy(this, 'Tenancy', {
      ...env,
      namespace: NAMESPACE,
      environment: env.name,
      kubernetesVersion: env.cluster.kubernetesVersion,
      podSecurity: 'privileged',
    });
    this.ofItsOwn(env);
    this.shared(env);
    this.handedOn(env);
    this.ofTheNode(env);
  }

  /** An empty folder. Without a size, as in the tutorial, it may fill the disk of its node, and other Pods are evicted. */
  private ofItsOwn({ sizes: { small: size } }: Environment): void {
    const data = Volume.emptyDir('data', { sizeLimit });
    new BarePod(this, 'OneFolder', { ...nginx, size, mounts: [data.at('/data')], restartPolicy: 'Always' });
  }

  /**
   * Two containers share what one of them writes. The tutorial's are two nginx on port 80, of which the second never runs:
   * containers of a Pod share its network too.
   */
  private shared({ sizes: { small: size } }: Environment): void {
    const page = Volume.emptyDir('page', { sizeLimit });
    const clock = {
      ...busybox,
      name: 'clock',
      size,
      command: ['sh', '-c', 'trap "exit 0" TERM; while true; do date > /page/index.html; sleep 1; done'],
      mounts: [page.at('/page')],
    };
    const mounts = [page.at('/usr/share/nginx/html', { access: 'readOnly' })];
    new BarePod(this, 'SharedFolder', { ...nginx, size, mounts, containers: [clock], restartPolicy: 'Always' });
  }

  /**
   * One container writes what the next reads. In the tutorial they start together: the reader may come first and find
   * nothing, and is started for ever, as it ends each time. An init container ends before the others start.
   */
  private handedOn({ sizes: { small: size } }: Environment): void {
    const mounts = [Volume.emptyDir('data', { sizeLimit }).at('/data')];
    const writer = { ...busybox, name: 'write', size, command: write, mounts };
    new BarePod(this, 'WriteAndRead', {
      ...busybox,
      size,
      initContainers: [writer],
      command: read,
      mounts,
      restartPolicy: 'OnFailure',
    });
  }

  /**
   * The same in a folder of the node, which is there for the next Pod on that node, and on no other. The folder is root's:
   * the kubelet makes it so, and changes its owner for nobody. So the writer is root here, and the reader only reads.
   */
  private ofTheNode({ sizes: { small: size } }: Environment): void {
    const data = Volume.hostPath('data', '/tmp/my-data', 'DirectoryOrCreate');
    const writer = {
      ...busybox,
      name: 'write',
      size,
      command: write,
      mounts: [data.at('/data')],
      user: 'root' as const,
    };
    new BarePod(this, 'NodeFolder', {
      ...busybox,
      size,
      initContainers: [writer],
      command: read,
      mounts: [data.at('/data', { access: 'readOnly' })],
      restartPolicy: 'OnFailure',
    });
  }
}
