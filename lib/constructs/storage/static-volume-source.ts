import type { FileSystem } from '../../kubernetes/file-system';
import type { HostPathType } from '../../kubernetes/host-path-type';
import type { k8s } from '../../kubernetes/k8s';
import { absolutePathProblem } from '../../kubernetes/paths';
import type { SecretReference } from '../../kubernetes/secret-reference';
import { firstProblem } from '../first-problem';
import type { InvalidPropDetails } from '../invalid-prop';
import { type CsiSource, csiSourceManifest, csiSourceProblem } from './csi-source';

/** What a source can and cannot do. */
interface SourceTraits {
  /** Whether it can be a raw device. */
  readonly device?: true;
  /** Whether it is one disk: a file system on it is for one node at a time. */
  readonly disk?: true;
  /** Whether it stands on certain nodes alone, which must be said. */
  readonly onNodes?: true;
  /** Whether the kubelet refuses mount options for it. */
  readonly plainMount?: true;
  /** Driver that can delete what it stands for; nothing where nobody can. */
  readonly deletedBy?: string;
}

type CloudDisk = Pick<CsiSource, 'volumeHandle' | 'fileSystem'>;

/**
 * Where a volume is that somebody made by hand.
 *
 * What Kubernetes once mounted itself is mounted by CSI drivers, which have to be installed. The API still takes the old
 * fields: `awsElasticBlockStore`, `azureDisk` (code gone in 1.27) and `gcePersistentDisk` (1.28) are translated for the
 * drivers, `cephfs` and `rbd` (1.31) are mounted by nobody. None of them is written here.
 *
 * GlusterFS has no factory: nothing mounts its field since 1.26, and its CSI driver never came to 1.0. A cluster that has
 * it exports it by NFS-Ganesha and takes `nfs` or `nfsCsi`; a new one takes CephFS.
 *
 * @see https://github.com/kubernetes/kubernetes/pull/112015
 * @see https://github.com/gluster/gluster-csi-driver/issues/175
 */
export class StaticVolumeSource {
  /** A folder of an NFS server, mounted by the kubelet itself, whose node needs the NFS client. */
  static nfs(server: string, path: string): StaticVolumeSource {
    return new StaticVolumeSource({ nfs: { server, path } }, {}, nfsProblem(server, path));
  }

  /** A folder of an NFS server, by nfs.csi.k8s.io, which brings the NFS client along. */
  static nfsCsi(server: string, share: string): StaticVolumeSource {
    const volumeHandle = `${server}#${share}`;
    const source = { driver: 'nfs.csi.k8s.io', volumeHandle, attributes: { server, share } };
    return StaticVolumeSource.csiWith(source, {}, nfsProblem(server, share));
  }

  /**
   * A subvolume of CephFS, by cephfs.csi.ceph.com. The secret holds `userID` and `userKey`.
   *
   * @see https://github.com/ceph/ceph-csi/blob/devel/docs/static-pvc.md
   */
  static cephfs(subvolume: {
    readonly clusterId: string;
    readonly fsName: string;
    readonly rootPath: string;
    readonly secret: SecretReference;
  }): StaticVolumeSource {
    const { clusterId, fsName, rootPath, secret } = subvolume;
    const attributes = { clusterID: clusterId, fsName, rootPath, staticVolume: 'true' };
    const source = { driver: 'cephfs.csi.ceph.com', volumeHandle: `${clusterId}${rootPath}`, attributes, secret };
    return StaticVolumeSource.csiWith(source, {}, pathProblem('rootPath', rootPath));
  }

  /** An image of a Ceph pool, by rbd.csi.ceph.com. @see https://github.com/ceph/ceph-csi/blob/devel/docs/static-pvc.md */
  static rbd(disk: {
    readonly clusterId: string;
    readonly pool: string;
    readonly image: string;
    readonly secret: SecretReference;
    readonly fileSystem?: FileSystem;
  }): StaticVolumeSource {
    const { clusterId, pool, image, secret, fileSystem } = disk;
    const attributes = { clusterID: clusterId, pool, imageFeatures: 'layering', staticVolume: 'true' };
    const source = { driver: 'rbd.csi.ceph.com', volumeHandle: image, attributes, secret, fileSystem };
    return StaticVolumeSource.csiWith(source, { device: true, disk: true });
  }

  /** A disk of AWS, `vol-0123456789abcdef0`, by ebs.csi.aws.com. It is in one zone, which `nodes` should say. */
  static awsEbs(volumeHandle: string, fileSystem?: FileSystem): StaticVolumeSource {
    const rule = /^vol-[0-9a-f]+$/.test(volumeHandle) ? undefined : 'must be the id of a volume';
    const wrong = [{ prop: 'volumeHandle', got: volumeHandle, rule, mend: 'write it as "vol-0123456789abcdef0"' }];
    return StaticVolumeSource.cloudDisk('ebs.csi.aws.com', { volumeHandle, fileSystem }, firstProblem(wrong));
  }

  /** A managed disk of Azure by its resource URI, by disk.csi.azure.com. */
  static azureDisk(volumeHandle: string, fileSystem?: FileSystem): StaticVolumeSource {
    const rule = /^\/subscriptions\/.+\/disks\/[^/]+$/i.test(volumeHandle) ? undefined : 'must be the URI of a disk';
    const mend = 'write it as "/subscriptions/.../providers/Microsoft.Compute/disks/NAME"';
    return StaticVolumeSource.cloudDisk(
      'disk.csi.azure.com',
      { volumeHandle, fileSystem },
      firstProblem([{ prop: 'volumeHandle', got: volumeHandle, rule, mend }]),
    );
  }

  /** A disk of Google Cloud, `projects/P/zones/Z/disks/D` or `projects/P/regions/R/disks/D`, by pd.csi.storage.gke.io. */
  static gcePersistentDisk(volumeHandle: string, fileSystem?: FileSystem): StaticVolumeSource {
    const sound = /^projects\/[^/]+\/(zones|regions)\/[^/]+\/disks\/[^/]+$/.test(volumeHandle);
    const rule = sound ? undefined : 'must be the path of a disk';
    const mend = 'write it as "projects/PROJECT/zones/ZONE/disks/NAME"';
    return StaticVolumeSource.cloudDisk(
      'pd.csi.storage.gke.io',
      { volumeHandle, fileSystem },
      firstProblem([{ prop: 'volumeHandle', got: volumeHandle, rule, mend }]),
    );
  }

  /** What any other CSI driver has. */
  static csi(source: CsiSource): StaticVolumeSource {
    return StaticVolumeSource.csiWith(source, { device: true, deletedBy: source.driver });
  }

  /** A folder or device of one node, which the data does not leave: `nodes` must say which. */
  static local(path: string, fileSystem?: FileSystem): StaticVolumeSource {
    const fields = { local: { path, fsType: fileSystem } };
    return new StaticVolumeSource(fields, { device: true, onNodes: true }, pathProblem('path', path));
  }

  /** A folder of whatever node the Pod comes to: for a trial on a cluster of one node, never for data. */
  static hostPath(path: string, type: HostPathType = 'DirectoryOrCreate'): StaticVolumeSource {
    return new StaticVolumeSource({ hostPath: { path, type } }, { plainMount: true }, pathProblem('path', path));
  }

  private static csiWith(source: CsiSource, traits: SourceTraits, problem?: InvalidPropDetails): StaticVolumeSource {
    return new StaticVolumeSource({ csi: csiSourceManifest(source) }, traits, problem ?? csiSourceProblem(source));
  }

  private static cloudDisk(driver: string, disk: CloudDisk, problem?: InvalidPropDetails): StaticVolumeSource {
    return StaticVolumeSource.csiWith({ driver, ...disk }, { device: true, disk: true, deletedBy: driver }, problem);
  }

  private constructor(
    /** The source as a PersistentVolume holds it. */
    readonly manifest: Partial<k8s.PersistentVolumeSpec>,
    readonly traits: SourceTraits,
    /** What Kubernetes, or the driver, would refuse of it. */
    readonly problem?: InvalidPropDetails,
  ) {}
}

function nfsProblem(server: string, path: string): InvalidPropDetails | undefined {
  const rule = server === '' ? 'must not be empty' : undefined;
  return firstProblem([{ prop: 'server', got: server, rule, mend: 'name the server' }]) ?? pathProblem('path', path);
}

function pathProblem(prop: string, path: string): InvalidPropDetails | undefined {
  return firstProblem([{ prop, got: path, rule: absolutePathProblem(path), mend: 'give a path from the root' }]);
}
