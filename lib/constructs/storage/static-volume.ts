import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { sizeQuantity } from '../../kubernetes/quantity';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { requireSoundVolume } from './require-sound-volume';
import { DEFAULTS, type ResolvedVolumeProps, type StaticVolumeProps } from './static-volume-props';

/**
 * A volume that somebody made by hand, for a claim to take.
 *
 * Defines one PersistentVolume, which is one of the whole cluster. Its source and its volume mode are immutable.
 *
 * @throws InvalidProp for what Kubernetes would refuse, and for what the source cannot do
 * @example
 * const share = new StaticVolume(this, 'DevShare', {
 *   source: StaticVolumeSource.nfs('nfs.internal', '/exports/dev'), capacity: Size.gibibytes(50), accessModes: ['ReadWriteMany'],
 * });
 * new PersistentClaim(this, 'Share', {
 *   size: Size.gibibytes(50), accessModes: ['ReadWriteMany'], volumeName: share.name, storageClass: share.storageClass,
 * });
 */
export class StaticVolume extends Construct {
  /** The volume itself, for what the props do not cover. */
  public readonly volume: k8s.KubePersistentVolume;
  public readonly name: string;
  /** Class that a claim must name to get it. */
  public readonly storageClass: string;

  constructor(scope: Construct, id: string, props: StaticVolumeProps) {
    super(scope, id);
    const resolved = withDefaults(props, { ...DEFAULTS, name: objectName(scope, id) });
    requireSoundVolume(this, resolved);
    this.name = resolved.name;
    this.storageClass = resolved.storageClass;
    this.volume = new k8s.KubePersistentVolume(this, 'Volume', {
      metadata: { name: this.name, labels: { ...resolved.labels }, annotations: annotations(resolved) },
      spec: volumeSpec(resolved),
    });
  }
}

function volumeSpec(props: ResolvedVolumeProps): k8s.PersistentVolumeSpec {
  const { source, capacity, accessModes, reclaimPolicy, storageClass, volumeMode, nodes, mountOptions, claim } = props;
  const matchExpressions = nodes?.map((one) => one.manifest());
  return {
    ...source.manifest,
    capacity: { storage: sizeQuantity(capacity) },
    accessModes: [...accessModes],
    persistentVolumeReclaimPolicy: reclaimPolicy,
    storageClassName: storageClass === 'none' ? undefined : storageClass,
    volumeMode,
    nodeAffinity: matchExpressions && { required: { nodeSelectorTerms: [{ matchExpressions }] } },
    mountOptions: mountOptions && [...mountOptions],
    claimRef: claim && { apiVersion: 'v1', kind: 'PersistentVolumeClaim', ...claim },
  };
}

/**
 * A driver deletes only what it is said to have made.
 *
 * @source kubernetes-sigs/sig-storage-lib-external-provisioner controller/controller.go shouldDelete
 */
function annotations({ reclaimPolicy, source }: ResolvedVolumeProps): Record<string, string> | undefined {
  const { deletedBy } = source.traits;
  return reclaimPolicy === 'Delete' && deletedBy ? { 'pv.kubernetes.io/provisioned-by': deletedBy } : undefined;
}
