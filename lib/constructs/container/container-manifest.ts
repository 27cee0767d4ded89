import type { Duration } from 'cdk8s';
import type { ContainerSize } from '../../kubernetes/container-size';
import type { k8s } from '../../kubernetes/k8s';
import type { Mount } from '../storage/volume';
import { DEFAULTS as PORT_DEFAULTS } from './container-port';
import { type ContainerProps, DEFAULTS } from './container-props';
import { containerResources } from './container-resources';
import { containerSecurity } from './container-security';
import { type ContainerVolumes, containerVolumes } from './container-volumes';
import { LifecycleHook } from './lifecycle-hook';
import { mountManifest } from './mount-manifest';
import { variables } from './variable-source';

/** What a container is in its Pod. */
export interface ContainerRole {
  /** Name in the Pod. */
  readonly name: string;
  /**
   * User that differs from the Pod's.
   *
   * @default - the Pod's
   */
  readonly user?: number | 'root';
  /**
   * Time it goes on serving after it was told to end.
   *
   * @default - none
   */
  readonly drainDelay?: Duration;
  /**
   * What the names of its own volumes begin with.
   *
   * @default - nothing
   */
  readonly owner?: string;
}

/** A container in Kubernetes' own form, and what it sees of volumes. */
export function containerManifest(
  props: ContainerProps,
  { name, user, drainDelay, owner }: ContainerRole,
): { readonly container: k8s.Container; readonly mounts: readonly Mount[] } {
  const { image, portName = DEFAULTS.portName, writablePaths = DEFAULTS.writablePaths } = props;
  const { mounts, disk } = containerVolumes({ ...props, writablePaths }, owner);
  const container: k8s.Container = {
    name,
    image: image.reference,
    imagePullPolicy: image.pullPolicy,
    command: props.command && [...props.command],
    args: props.args && [...props.args],
    workingDir: props.workingDir,
    ports: ports(props, portName),
    env: props.env && variables(props.env),
    envFrom: wholeConfig(props),
    resources: resources(props.size, disk),
    securityContext: containerSecurity(props, user),
    readinessProbe: props.readiness?.manifest(portName),
    livenessProbe: props.liveness?.manifest(portName),
    startupProbe: props.startup?.manifest(portName),
    lifecycle: lifecycle(props, portName, drainDelay),
    ...seen(mounts),
  };
  return { container, mounts };
}

function seen(mounts: readonly Mount[]): Pick<k8s.Container, 'volumeMounts' | 'volumeDevices'> {
  const devices = mounts.filter(({ as }) => as === 'device');
  const files = mounts.filter((mount) => !devices.includes(mount));
  return {
    volumeMounts: files.length > 0 ? files.map(mountManifest) : undefined,
    volumeDevices:
      devices.length > 0 ? devices.map(({ volume, path }) => ({ name: volume.name, devicePath: path })) : undefined,
  };
}

function ports({ port, extraPorts = [] }: ContainerProps, portName: string): k8s.ContainerPort[] | undefined {
  const first = port === undefined ? [] : [{ name: portName, containerPort: port, protocol: 'TCP' }];
  const more = extraPorts.map(({ name, port: containerPort, protocol = PORT_DEFAULTS.protocol, hostPort }) => ({
    name,
    containerPort,
    protocol,
    hostPort,
  }));
  return first.length + more.length > 0 ? [...first, ...more] : undefined;
}

function wholeConfig({ config = [] }: ContainerProps): k8s.EnvFromSource[] | undefined {
  const sources = config.flatMap((source): k8s.EnvFromSource[] => {
    if (source.as !== 'environment') return [];
    return 'secret' in source
      ? [{ secretRef: { name: source.secret } }]
      : [{ configMapRef: { name: source.configMap } }];
  });
  return sources.length > 0 ? sources : undefined;
}

/** Sleep is done by the kubelet: it needs no shell in the image. */
function lifecycle(
  { postStart, preStop }: ContainerProps,
  portName: string,
  drainDelay: Duration | undefined,
): k8s.Lifecycle | undefined {
  const last = preStop ?? (drainDelay && LifecycleHook.sleep(drainDelay));
  if (!postStart && !last) return undefined;
  return { postStart: postStart?.manifest(portName), preStop: last?.manifest(portName) };
}

function resources(size: ContainerSize, disk: ContainerVolumes['disk']): k8s.ResourceRequirements {
  const { requests, limits } = containerResources(size);
  return {
    requests: { ...requests, 'ephemeral-storage': disk.request },
    limits: { ...limits, 'ephemeral-storage': disk.limit },
  };
}
