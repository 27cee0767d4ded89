import { createHash } from 'node:crypto';
import { k8s } from '../../kubernetes/k8s';
import type { ConfigSource } from './config-source';

/** What a Pod mounts, where its container sees it, and the disk that this takes. */
export interface PodVolumes {
  readonly volumes: k8s.Volume[];
  readonly mounts: k8s.VolumeMount[];
  /** Disk of the node that the container asks for, and the most that it may fill: a Pod that fills more is evicted, not its node. */
  readonly disk: { readonly request: k8s.Quantity; readonly limit: k8s.Quantity };
}

/** Most that a container may write to one folder of its own, in MiB. */
const SCRATCH_MEBIBYTES = 64;

/** What its logs may take beside that, in MiB: the kubelet keeps five files of 10 MiB, and is not always in time. */
const LOG_MEBIBYTES = 96;

/**
 * Volumes for the folders a container may write to, although its root file system is read-only, and for config that it
 * reads as files. Config is mounted whole, not by `subPath`, and read-only.
 */
export function podVolumes(writablePaths: readonly string[], config: readonly ConfigSource[]): PodVolumes {
  const folders = config.flatMap((source) => (source.as === 'files' ? [source] : []));
  return {
    volumes: [
      ...writablePaths.map((path) => ({
        name: volumeName(path),
        emptyDir: { sizeLimit: mebibytes(SCRATCH_MEBIBYTES) },
      })),
      ...folders.map((source) => ({
        name: volumeName(source.folder),
        // files of a Secret are the Pod's group's alone, which fsGroup is
        ...('secret' in source
          ? { secret: { secretName: source.secret, defaultMode: 0o440 } }
          : { configMap: { name: source.configMap, defaultMode: 0o444 } }),
      })),
    ],
    mounts: [
      ...writablePaths.map((mountPath) => ({ name: volumeName(mountPath), mountPath })),
      ...folders.map(({ folder }) => ({ name: volumeName(folder), mountPath: folder, readOnly: true })),
    ],
    disk: {
      request: mebibytes(SCRATCH_MEBIBYTES),
      limit: mebibytes(writablePaths.length * SCRATCH_MEBIBYTES + LOG_MEBIBYTES),
    },
  };
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
