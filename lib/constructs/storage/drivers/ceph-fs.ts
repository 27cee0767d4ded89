import { firstProblem } from '../../first-problem';
import type { InvalidPropDetails } from '../../invalid-prop';
import { type CephCluster, cephClusterProblem, cephSecretParameters } from './ceph-cluster';

/** Subvolumes of CephFS as cephfs.csi.ceph.com makes them: files that Pods of many nodes may write. */
export interface CephFs extends CephCluster {
  /** File system that they are made in. */
  readonly fsName: string;

  /**
   * Pool that the data goes to.
   *
   * @default - the first one of the file system
   */
  readonly pool?: string;
}

/**
 * The parameters of a StorageClass that say it.
 *
 * @source ceph/ceph-csi examples/cephfs/storageclass.yaml
 */
export function cephFsParameters({ clusterId, fsName, pool, secret }: CephFs): Readonly<Record<string, string>> {
  return {
    clusterID: clusterId,
    fsName,
    ...(pool === undefined ? {} : { pool }),
    ...cephSecretParameters(secret),
  };
}

/** What the driver would refuse, which is seen only when a claim waits for ever; nothing where it is sound. */
export function cephFsProblem(options: CephFs): InvalidPropDetails | undefined {
  const nameless = options.fsName === '' ? 'must not be empty' : undefined;
  return (
    cephClusterProblem(options) ??
    firstProblem([{ prop: 'fsName', got: options.fsName, rule: nameless, mend: 'name the file system' }])
  );
}
