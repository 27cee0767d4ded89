import { Chart, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { LifecycleHook } from '../../constructs/container/lifecycle-hook';
import { Volume } from '../../constructs/storage/volume';
import { BarePod } from '../../constructs/workload/bare-pod';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import type { ContainerSize } from '../../kubernetes/container-size';
import { partOf } from '../../kubernetes/labels';
import { NEEDS } from './needs';
import { ownNamespace } from './own-namespace';

const nginx = { image: imageFrom('docker.io/nginxinc/nginx-unprivileged:1.29'), port: 8080 };
const busybox = { image: imageFrom('docker.io/library/busybox:1.37') };
const shell = (line: string) => ['/bin/sh', '-c', line];

/** Containers of a Pod: what they run, what they are given, in which order they come, and what becomes of one that ends. */
export class ContainersChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: `${env.namespace}-containers`, labels: partOf('containers', env.name) });
    ownNamespace(this, env);
    const { small } = env.sizes;
    this.variables(small);
    this.command(small);
    this.shared(small);
    this.prepared(small);
    this.debugged(small);
    this.restarted(small);
    this.hooked(small);
  }

  /** A variable with its value in the manifest. */
  private variables(size: ContainerSize): void {
    new BarePod(this, 'Variables', { ...nginx, size, restartPolicy: 'Always', env: { ENV_VAR_NAME: 'value' } });
  }

  /** Another program than the image's, and its arguments. It says one thing and ends, so it is not started again. */
  private command(size: ContainerSize): void {
    const command = ['echo'];
    new BarePod(this, 'Command', { ...busybox, size, restartPolicy: 'Never', command, args: ['Hello, Kubernetes!'] });
  }

  /** Two containers and one volume: one writes the time each second, the other serves it. */
  private shared(size: ContainerSize): void {
    const page = Volume.emptyDir('nginx-volume', { sizeLimit: Size.mebibytes(1) });
    const clock = {
      name: 'clock',
      ...busybox,
      size,
      command: shell('while true; do date "+%Y-%m-%d-%H:%M:%S" > /app/index.html; sleep 1; done'),
      mounts: [page.at('/app')],
    };
    new BarePod(this, 'MultiPod', {
      ...nginx,
      size,
      restartPolicy: 'Always',
      mounts: [page.at('/usr/share/nginx/html', { access: 'readOnly' })],
      containers: [clock],
    });
  }

  /** An init container ends before the others start. What it fetched was lost with it: both must mount one volume. */
  private prepared(size: ContainerSize): void {
    const data = Volume.emptyDir('data', { sizeLimit: Size.mebibytes(10) });
    const setup = {
      name: 'setup',
      ...busybox,
      size,
      command: shell('wget -O /data/data.tgz http://example.com/data.tgz'),
      mounts: [data.at('/data')],
    };
    new BarePod(this, 'Prepared', {
      ...nginx,
      size,
      restartPolicy: 'Always',
      mounts: [data.at('/data', { access: 'readOnly' })],
      initContainers: [setup],
      podAnnotations: { [NEEDS]: 'a way out of the cluster, and that file at example.com' },
    });
  }

  /**
   * A Pod to debug: containers that see each other's processes. The debugger is added while it runs, by `kubectl debug -it
   * debugged --image=busybox:1.37 --target=debugged`; no manifest says it, and the kind EphemeralContainers is gone.
   */
  private debugged(size: ContainerSize): void {
    new BarePod(this, 'Debugged', { ...nginx, size, restartPolicy: 'Always', processNamespace: 'pod' });
  }

  /** Work that is done again when it fails, and not when it is done. */
  private restarted(size: ContainerSize): void {
    const command = shell('sleep 5; echo done');
    new BarePod(this, 'RestartedOnFailure', { ...busybox, size, restartPolicy: 'OnFailure', command });
  }

  /** What a hook prints is to be seen nowhere; what it writes to the output of the main program is in the log of the container. */
  private hooked(size: ContainerSize): void {
    new BarePod(this, 'Hooked', {
      ...nginx,
      size,
      restartPolicy: 'Always',
      postStart: LifecycleHook.exec(shell("echo 'Container started!' > /proc/1/fd/1")),
      preStop: LifecycleHook.exec(shell("echo 'Container stopping!' > /proc/1/fd/1")),
    });
  }
}
