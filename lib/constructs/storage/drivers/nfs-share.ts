import { absolutePathProblem } from '../../../kubernetes/paths';
import { firstProblem } from '../../first-problem';
import type { InvalidPropDetails } from '../../invalid-prop';
import { withDefaults } from '../../with-defaults';

/** Folders that nfs.csi.k8s.io makes on an NFS server, one a claim. Nothing holds them to their size. */
export interface NfsShare {
  /** Name or address of the server. */
  readonly server: string;

  /** Folder that it exports, in which the others are made. */
  readonly share: string;

  /**
   * Name of the folder of a claim. It may hold `${pvc.metadata.namespace}`, `${pvc.metadata.name}` and `${pv.metadata.name}`.
   *
   * @default - the name of the PersistentVolume
   */
  readonly subDir?: string;

  /**
   * What becomes of the folder when its volume is deleted. `archive` gives it another name.
   *
   * @default 'delete'
   */
  readonly onDelete?: 'delete' | 'retain' | 'archive';
}

/** What left-out options become: the driver's own value, written out. */
export const DEFAULTS = { onDelete: 'delete' } as const;

/**
 * The parameters of a StorageClass that say it.
 *
 * @source kubernetes-csi/csi-driver-nfs docs/driver-parameters.md
 */
export function nfsShareParameters(options: NfsShare): Readonly<Record<string, string>> {
  const { server, share, subDir, onDelete } = withDefaults(options, DEFAULTS);
  return { server, share, onDelete, ...(subDir === undefined ? {} : { subDir }) };
}

/** What the driver would refuse, which is seen only when a claim waits for ever; nothing where it is sound. */
export function nfsShareProblem({ server, share }: NfsShare): InvalidPropDetails | undefined {
  const nameless = server === '' ? 'must not be empty' : undefined;
  return firstProblem([
    { prop: 'server', got: server, rule: nameless, mend: 'name the server' },
    { prop: 'share', got: share, rule: absolutePathProblem(share), mend: 'name a folder that it exports' },
  ]);
}
