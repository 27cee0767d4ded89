import { compareQuantities } from '../../kubernetes/compare-quantities';
import { manifestField } from '../../kubernetes/manifest-field';
import type { FieldUpdate, ImmutableField } from './immutable-field';

/** A claim may grow where its class lets volumes grow; nothing ever shrinks. */
function grows({ from, before, after, mayGrow }: FieldUpdate): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  return compareQuantities(after, before) > 0 && mayGrow(manifestField(from, 'spec.storageClassName')) !== false;
}

/** A claim without a class may be given one. */
const isFirst = ({ before }: FieldUpdate) => before === undefined;

const CLAIM = { kind: '/PersistentVolumeClaim', source: 'core ValidatePersistentVolumeClaimUpdate' };
const VOLUME = { kind: '/PersistentVolume', source: 'core ValidatePersistentVolumeUpdate' };
const CLASS = { kind: 'storage.k8s.io/StorageClass', source: 'storage ValidateStorageClassUpdate' };
const DRIVER = { kind: 'storage.k8s.io/CSIDriver', source: 'storage ValidateCSIDriverUpdate' };
const CAPACITY = { kind: 'storage.k8s.io/CSIStorageCapacity', source: 'storage ValidateCSIStorageCapacityUpdate' };
const ATTRIBUTES = {
  kind: 'storage.k8s.io/VolumeAttributesClass',
  source: 'storage ValidateVolumeAttributesClassUpdate',
};
const ATTACHMENT = { kind: 'storage.k8s.io/VolumeAttachment', source: 'storage ValidateVolumeAttachmentUpdate' };

const each = (kind: Pick<ImmutableField, 'kind' | 'source'>, ...fields: readonly string[]): ImmutableField[] =>
  fields.map((field) => ({ ...kind, field }));

/** Fields of storage that the API server refuses to change. */
export const IMMUTABLE_IN_STORAGE: readonly ImmutableField[] = [
  {
    ...CLAIM,
    field: 'spec',
    except: [
      ...['spec.resources.requests.storage', 'spec.storageClassName', 'spec.volumeName'],
      'spec.volumeAttributesClassName',
    ],
  },
  { ...CLAIM, field: 'spec.resources.requests.storage', allows: grows },
  { ...CLAIM, field: 'spec.storageClassName', allows: isFirst },
  { ...CLAIM, field: 'spec.volumeName', allows: isFirst },
  {
    ...VOLUME,
    field: 'spec',
    except: [
      ...['spec.accessModes', 'spec.capacity', 'spec.claimRef', 'spec.mountOptions', 'spec.nodeAffinity'],
      ...['spec.persistentVolumeReclaimPolicy', 'spec.storageClassName', 'spec.volumeAttributesClassName'],
      'spec.csi.controllerExpandSecretRef',
    ],
  },
  { ...VOLUME, field: 'spec.nodeAffinity', allows: isFirst },
  { ...VOLUME, field: 'spec.csi.controllerExpandSecretRef', allows: isFirst },
  ...each(CLASS, 'parameters', 'provisioner', 'reclaimPolicy', 'volumeBindingMode'),
  ...each(DRIVER, 'spec.attachRequired', 'spec.volumeLifecycleModes'),
  ...each(CAPACITY, 'nodeTopology', 'storageClassName'),
  ...each(ATTRIBUTES, 'driverName', 'parameters'),
  ...each(ATTACHMENT, 'spec'),
];
