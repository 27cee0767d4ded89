import type { FileSystem } from '../../../kubernetes/file-system';
import { firstProblem } from '../../first-problem';
import type { InvalidPropDetails } from '../../invalid-prop';
import { withDefaults } from '../../with-defaults';
import { type CephCluster, cephClusterProblem, cephSecretParameters } from './ceph-cluster';

/** Images of a Ceph pool as rbd.csi.ceph.com makes them: disks, each for one node at a time. */
export interface CephRbd extends CephCluster {
  /** Pool that the images are made in. */
  readonly pool: string;

  /**
   * Features of the images. What the kernel of a node does not know keeps it from mounting them.
   *
   * @default ['layering']
   */
  readonly imageFeatures?: readonly ('layering' | 'exclusive-lock' | 'journaling' | 'object-map' | 'fast-diff')[];

  /**
   * How a disk is formatted.
   *
   * @default 'ext4'
   */
  readonly fileSystem?: FileSystem;
}

/** What left-out options become. */
export const DEFAULTS = { imageFeatures: ['layering'], fileSystem: 'ext4' } as const;

/**
 * The parameters of a StorageClass that say it.
 *
 * @source ceph/ceph-csi examples/rbd/storageclass.yaml
 */
export function cephRbdParameters(options: CephRbd): Readonly<Record<string, string>> {
  const { clusterId, pool, imageFeatures, fileSystem, secret } = withDefaults(options, DEFAULTS);
  return {
    clusterID: clusterId,
    pool,
    imageFeatures: imageFeatures.join(','),
    'csi.storage.k8s.io/fstype': fileSystem,
    ...cephSecretParameters(secret),
  };
}

/** What the driver would refuse, which is seen only when a claim waits for ever; nothing where it is sound. */
export function cephRbdProblem(options: CephRbd): InvalidPropDetails | undefined {
  const { pool, imageFeatures: got } = withDefaults(options, DEFAULTS);
  const has = (feature: (typeof got)[number]) => got.includes(feature);
  const locked = has('exclusive-lock') || !(has('journaling') || has('object-map'));
  const rule = locked ? undefined : 'must have exclusive-lock beside journaling or object-map';
  return (
    cephClusterProblem(options) ??
    firstProblem([
      { prop: 'pool', got: pool, rule: pool === '' ? 'must not be empty' : undefined, mend: 'name the pool' },
      { prop: 'imageFeatures', got, rule, mend: 'add exclusive-lock' },
    ])
  );
}
