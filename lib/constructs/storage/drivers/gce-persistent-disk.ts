import type { FileSystem } from '../../../kubernetes/file-system';
import { withDefaults } from '../../with-defaults';

/** Disks of Google Cloud as pd.csi.storage.gke.io makes them. */
export interface GcePersistentDisk {
  /**
   * Kind of disk. The driver's own default is `pd-standard`, which turns.
   *
   * @default 'pd-balanced'
   */
  readonly type?: 'pd-balanced' | 'pd-ssd' | 'pd-standard' | 'pd-extreme' | 'hyperdisk-balanced';

  /**
   * How a disk is formatted.
   *
   * @default 'ext4'
   */
  readonly fileSystem?: FileSystem;

  /**
   * Whether it is kept in one zone, or in two of a region.
   *
   * @default 'none'
   */
  readonly replication?: 'none' | 'regional-pd';

  /**
   * Key of one's own to encrypt with, by its path. Google encrypts every disk.
   *
   * @default - a key of Google's
   */
  readonly kmsKey?: string;
}

/** What left-out options become. */
export const DEFAULTS = { type: 'pd-balanced', fileSystem: 'ext4', replication: 'none' } as const;

/**
 * The parameters of a StorageClass that say it.
 *
 * @source kubernetes-sigs/gcp-compute-persistent-disk-csi-driver README.md CreateVolume Parameters
 */
export function gcePersistentDiskParameters(options: GcePersistentDisk): Readonly<Record<string, string>> {
  const { type, fileSystem, replication, kmsKey } = withDefaults(options, DEFAULTS);
  return {
    type,
    'csi.storage.k8s.io/fstype': fileSystem,
    'replication-type': replication,
    ...(kmsKey === undefined ? {} : { 'disk-encryption-kms-key': kmsKey }),
  };
}
