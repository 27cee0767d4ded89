import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { ContainerProps } from '../container/container-props';
import { Placement } from '../pod/placement';
import type { PodProps } from '../pod/pod-props';
import { type Mount, Volume } from '../storage/volume';
import { withDefaults } from '../with-defaults';
import { ProbedDaemonSet } from './probed-daemon-set';
import { type WorkloadIdentityProps, workloadIdentity } from './workload-identity';

/** Props of `LogCollector`. */
export interface LogCollectorProps
  extends Pick<ContainerProps, 'image' | 'size' | 'command' | 'args' | 'env' | 'config' | 'readiness' | 'liveness'>,
    Pick<PodProps, 'account'>,
    WorkloadIdentityProps {
  /**
   * Nodes whose logs are read: those without taints, or all, the control plane's and those that are about to go included.
   *
   * @default 'untainted'
   */
  readonly nodes?: 'untainted' | 'all';

  /**
   * What runs the containers of the nodes. containerd and CRI-O write their logs to /var/log/pods; Docker writes them to
   * /var/lib/docker/containers, and only links stand there.
   *
   * @default 'containerd'
   */
  readonly runtime?: 'containerd' | 'docker';

  /**
   * Folder where the agent keeps how far it has read. It is one of the node, /var/lib/log-collectors/<namespace>/<name>, so
   * that a Pod that is made anew sends nothing twice.
   *
   * @default '/var/lib/collector'
   */
  readonly stateFolder?: string;
}

/** What left-out props become. */
export const DEFAULTS = { nodes: 'untainted', runtime: 'containerd', stateFolder: '/var/lib/collector' } as const;

/**
 * An agent that reads the logs of each node, read-only, and sends them somewhere.
 *
 * Defines one DaemonSet. Logs belong to root, so it runs as root, without any capability; Pod Security "baseline" forbids
 * the folders of the node, so its namespace is "privileged".
 *
 * @throws InvalidProp as `ProbedDaemonSet` does
 * @example new LogCollector(this, 'Logs', { image, size, nodes: 'all', config: [{ as: 'files', configMap, folder: '/etc/fluent-bit' }] });
 */
export class LogCollector extends Construct {
  /** The agents. */
  public readonly workload: ProbedDaemonSet;

  constructor(scope: Construct, id: string, props: LogCollectorProps) {
    super(scope, id);
    const { nodes, runtime, stateFolder, ...agent } = withDefaults(props, DEFAULTS);
    const { name, application } = workloadIdentity(this, props);
    this.workload = new ProbedDaemonSet(this, 'DaemonSet', {
      ...agent,
      name,
      application,
      user: 'root',
      placement: nodes === 'all' ? [Placement.tolerateEverything()] : undefined,
      mounts: [...logs(runtime), state(this, name).at(stateFolder)],
    });
  }
}

function logs(runtime: 'containerd' | 'docker'): readonly Mount[] {
  const folders = [
    ['logs', '/var/log'],
    ...(runtime === 'docker' ? [['containers', '/var/lib/docker/containers']] : []),
  ];
  return folders.map(([name = '', path = '']) =>
    Volume.hostPath(name, path, 'Directory').at(path, { access: 'readOnly' }),
  );
}

/** A folder of its own on the node, which collectors of other namespaces have too. */
function state(collector: LogCollector, name: string): Volume {
  const { namespace } = Chart.of(collector);
  const path = ['/var/lib/log-collectors', ...(namespace ? [namespace] : []), name].join('/');
  return Volume.hostPath('state', path, 'DirectoryOrCreate');
}
