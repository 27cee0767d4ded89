import { createHash } from 'node:crypto';
import { Size } from 'cdk8s';
import { k8s } from '../../kubernetes/k8s';
import { type Mount, Volume } from '../storage/volume';
import type { ConfigSource } from './config-source';
import type { ContainerProps } from './container-props';

/** What a container sees of volumes, and the disk of its node that this takes. */
export interface ContainerVolumes {
  readonly mounts: readonly Mount[];
  /** Disk of the node that the container asks for, and the most that it may fill: a Pod that fills more is evicted, not its node. */
  readonly disk: { readonly request: k8s.Quantity; readonly limit: k8s.Quantity };
}

/** Most that a container may write to one folder of its own, in MiB. */
const SCRATCH_MEBIBYTES = 64;

/** What its logs may take beside that, in MiB: the kubelet keeps five files of 10 MiB, and is not always in time. */
const LOG_MEBIBYTES = 96;

/**
 * Volumes of a container: folders it may write to, although its root file system is read-only, config that it reads as
 * files, and what it was given. Config is mounted whole, not by `subPath`, and read-only.
 *
 * @param owner what the names of its own folders begin with, so that two containers of a Pod do not share theirs
 */
export function containerVolumes(
  { writablePaths = [], config = [], mounts = [] }: Pick<ContainerProps, 'writablePaths' | 'config' | 'mounts'>,
  owner = '',
): ContainerVolumes {
  const sizeLimit = Size.mebibytes(SCRATCH_MEBIBYTES);
  const scratch = writablePaths.map((path) => Volume.emptyDir(owner + volumeName(path), { sizeLimit }).at(path));
  const files = config.flatMap((source) => (source.as === 'files' ? [filesOf(source, owner)] : []));
  const given = mounts.reduce((sum, { volume: { traits } }) => sum + diskOf(traits.sizeLimit, traits.medium), 0);
  return {
    mounts: [...scratch, ...files, ...mounts],
    disk: {
      request: mebibytes(SCRATCH_MEBIBYTES),
      limit: mebibytes(writablePaths.length * SCRATCH_MEBIBYTES + LOG_MEBIBYTES + given),
    },
  };
}

function filesOf(source: Extract<ConfigSource, { as: 'files' }>, owner: string): Mount {
  const name = owner + volumeName(source.folder);
  // files of a Secret are the Pod's group's alone, which fsGroup is
  const volume =
    'secret' in source ? Volume.secret(name, source.secret, { mode: 0o440 }) : Volume.configMap(name, source.configMap);
  return volume.at(source.folder);
}

function diskOf(sizeLimit: Size | undefined, medium: 'Memory' | undefined): number {
  return sizeLimit && medium === undefined ? Math.ceil(sizeLimit.toKibibytes() / 1024) : 0;
}

/**
 * `/etc/hello` becomes `etc-hello`: a volume is called after the folder it stands for. A path that another could be taken
 * for, or that is too long for a name, is told apart by its hash.
 */
function volumeName(path: string): string {
  const plain = path.slice(1).replaceAll('/', '-');
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(plain) && plain.length <= 63 && !path.includes('-')) return plain;
  const readable = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return `${readable || 'folder'}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
}

function mebibytes(count: number): k8s.Quantity {
  return k8s.Quantity.fromString(`${count}Mi`);
}
