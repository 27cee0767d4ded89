import { driverNameProblem } from '../../kubernetes/names';
import { firstProblem } from '../first-problem';
import type { InvalidPropDetails } from '../invalid-prop';
import { type AwsEbs, awsEbsParameters, awsEbsProblem } from './drivers/aws-ebs';
import { type AzureDisk, azureDiskParameters, azureDiskProblem } from './drivers/azure-disk';
import { type CephFs, cephFsParameters, cephFsProblem } from './drivers/ceph-fs';
import { type CephRbd, cephRbdParameters, cephRbdProblem } from './drivers/ceph-rbd';
import { type GcePersistentDisk, gcePersistentDiskParameters } from './drivers/gce-persistent-disk';
import { type NfsShare, nfsShareParameters, nfsShareProblem } from './drivers/nfs-share';

type Parameters = Readonly<Record<string, string>>;

/**
 * Who makes the volumes of a class, and how: a CSI driver, which has to be installed. Kubernetes' own
 * (`kubernetes.io/aws-ebs` and the like) are gone, those of GlusterFS (1.26) and Ceph RBD (1.31) without anybody in their
 * place; a class that names one of the clouds' is handed to its driver.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/#provisioner
 */
export class Provisioner {
  /** Disks of AWS. */
  static awsEbs(options: AwsEbs = {}): Provisioner {
    return new Provisioner('ebs.csi.aws.com', awsEbsParameters(options), awsEbsProblem(options));
  }

  /** Managed disks of Azure. */
  static azureDisk(options: AzureDisk = {}): Provisioner {
    return new Provisioner('disk.csi.azure.com', azureDiskParameters(options), azureDiskProblem(options));
  }

  /** Disks of Google Cloud. */
  static gcePersistentDisk(options: GcePersistentDisk = {}): Provisioner {
    return new Provisioner('pd.csi.storage.gke.io', gcePersistentDiskParameters(options));
  }

  /** Folders on an NFS server. */
  static nfs(options: NfsShare): Provisioner {
    return new Provisioner('nfs.csi.k8s.io', nfsShareParameters(options), nfsShareProblem(options));
  }

  /** Subvolumes of CephFS. */
  static cephfs(options: CephFs): Provisioner {
    return new Provisioner('cephfs.csi.ceph.com', cephFsParameters(options), cephFsProblem(options));
  }

  /** Images of Ceph RBD. */
  static rbd(options: CephRbd): Provisioner {
    return new Provisioner('rbd.csi.ceph.com', cephRbdParameters(options), cephRbdProblem(options));
  }

  /** Whatever another CSI driver makes, in its own words. */
  static csi(driver: string, parameters: Parameters = {}): Provisioner {
    const empty = Object.hasOwn(parameters, '') ? 'must not have an empty key' : undefined;
    const wrong = [
      { prop: 'driver', got: driver, rule: driverNameProblem(driver), mend: 'name a CSIDriver of the cluster' },
      { prop: 'parameters', got: parameters, rule: empty, mend: 'take it out' },
    ];
    return new Provisioner(driver, parameters, firstProblem(wrong));
  }

  /** Nobody: the class groups volumes that are made by hand, such as local ones, so that they wait for their Pod. */
  static none(): Provisioner {
    return new Provisioner('kubernetes.io/no-provisioner', {});
  }

  private constructor(
    readonly name: string,
    readonly parameters: Parameters,
    /** What Kubernetes, or the driver, would refuse of it. */
    readonly problem?: InvalidPropDetails,
  ) {}
}
