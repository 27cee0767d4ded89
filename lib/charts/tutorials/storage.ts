import { Chart, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { LabelExpression } from '../../constructs/pod/label-expression';
import { PersistentClaim } from '../../constructs/storage/persistent-claim';
import { Provisioner } from '../../constructs/storage/provisioner';
import { StaticVolume } from '../../constructs/storage/static-volume';
import { StaticVolumeSource } from '../../constructs/storage/static-volume-source';
import { StorageClass } from '../../constructs/storage/storage-class';
import type { Environment } from '../../environments/environment';
import { partOf } from '../../kubernetes/labels';

const secret = { name: 'ceph-user', namespace: 'ceph' };
const zone = (name: string) => [LabelExpression.in('topology.kubernetes.io/zone', name)];

/**
 * What the tutorial announces and never wrote: volumes that outlive their Pods. Made by hand first, then by a class for
 * whoever claims one. What Kubernetes mounted itself in those years is mounted by CSI drivers now; GlusterFS is gone.
 */
export class StorageChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: env.namespace, labels: partOf('storage', env.name) });
    this.byHand();
    this.inTheCloud();
    this.byClass();
  }

  /** An NFS folder and the claim that is bound to it, and to no other; Ceph, by its own drivers. */
  private byHand(): void {
    const nfs = new StaticVolume(this, 'TutorialNfs', {
      source: StaticVolumeSource.nfs('nfs.example.com', '/exports/tutorial'),
      capacity: Size.gibibytes(5),
      accessModes: ['ReadWriteMany'],
      mountOptions: ['nfsvers=4.1'],
      claim: { name: 'shared', namespace: 'tutorial' },
    });
    new PersistentClaim(this, 'Shared', {
      size: Size.gibibytes(5),
      accessModes: ['ReadWriteMany'],
      volumeName: nfs.name,
      storageClass: nfs.storageClass,
    });
    new StaticVolume(this, 'TutorialCephFs', {
      source: StaticVolumeSource.cephfs({ clusterId: 'ceph', fsName: 'files', rootPath: '/volumes/tutorial', secret }),
      capacity: Size.gibibytes(5),
      accessModes: ['ReadWriteMany'],
    });
    new StaticVolume(this, 'TutorialRbd', {
      source: StaticVolumeSource.rbd({ clusterId: 'ceph', pool: 'disks', image: 'tutorial', secret }),
      capacity: Size.gibibytes(5),
      accessModes: ['ReadWriteOnce'],
    });
  }

  /** Disks that somebody made at a provider. Each is in one zone, and so are the Pods that use it. */
  private inTheCloud(): void {
    const disk = { capacity: Size.gibibytes(20), accessModes: ['ReadWriteOnce' as const] };
    const source = StaticVolumeSource;
    new StaticVolume(this, 'TutorialEbs', {
      ...disk,
      source: source.awsEbs('vol-0123456789abcdef0', 'ext4'),
      nodes: zone('eu-central-1a'),
    });
    new StaticVolume(this, 'TutorialAzure', {
      ...disk,
      source: source.azureDisk(
        '/subscriptions/0000/resourceGroups/tutorial/providers/Microsoft.Compute/disks/tutorial',
        'ext4',
      ),
      nodes: zone('westeurope-1'),
    });
    new StaticVolume(this, 'TutorialGcePd', {
      ...disk,
      source: source.gcePersistentDisk('projects/tutorial/zones/europe-west3-a/disks/tutorial', 'ext4'),
      nodes: zone('europe-west3-a'),
    });
  }

  /** A class makes the disk when a Pod first needs it, where that Pod can reach it; the claim waits until then. */
  private byClass(): void {
    const fast = new StorageClass(this, 'TutorialFast', {
      provisioner: Provisioner.awsEbs({ type: 'gp3' }),
      reclaimPolicy: 'Retain',
    });
    new StorageClass(this, 'TutorialShared', {
      provisioner: Provisioner.nfs({ server: 'nfs.example.com', share: '/exports/dynamic' }),
      mountOptions: ['nfsvers=4.1'],
    });
    new PersistentClaim(this, 'Data', { size: Size.gibibytes(10), storageClass: fast.name });
  }
}
