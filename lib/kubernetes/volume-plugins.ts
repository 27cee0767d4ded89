import type { Manifest } from './manifest';
import { manifestFieldList, manifestFieldObject } from './manifest-field';
import { podRunBy } from './pod-of';

/** A kind of volume that Kubernetes itself served once, and what became of it. */
export interface VolumePlugin {
  /** Minor since which volumes of it work no more; nothing where they do, by a CSI driver that must be installed. */
  readonly gone: string | undefined;
  readonly deprecated: string;
  /** What serves such volumes now. */
  readonly instead: string;
}

/** A volume of such a kind: where it stands, and its kind. */
export interface PluggedVolume {
  readonly field: string;
  readonly plugin: string;
}

const CSI = (driver: string) => `the CSI driver ${driver}`;

/**
 * By the field of a volume.
 *
 * @source kubernetes@1.36 pkg/api/pod/warnings.go, pkg/api/persistentvolume/util.go; k8s.io/api@v0.36.3 core/v1/types.go;
 *   kubernetes.io/docs/concepts/storage/volumes/#types-of-volumes
 */
export const VOLUME_PLUGINS: Readonly<Record<string, VolumePlugin>> = {
  awsElasticBlockStore: { deprecated: '1.17', gone: undefined, instead: CSI('ebs.csi.aws.com') },
  azureDisk: { deprecated: '1.19', gone: undefined, instead: CSI('disk.csi.azure.com') },
  azureFile: { deprecated: '1.21', gone: undefined, instead: CSI('file.csi.azure.com') },
  cephfs: { deprecated: '1.28', gone: '1.31', instead: CSI('cephfs.csi.ceph.com') },
  cinder: { deprecated: '1.18', gone: undefined, instead: CSI('cinder.csi.openstack.org') },
  flexVolume: { deprecated: '1.23', gone: undefined, instead: 'a CSI driver' },
  flocker: { deprecated: '1.22', gone: '1.25', instead: 'another storage: it has no driver' },
  gcePersistentDisk: { deprecated: '1.17', gone: undefined, instead: CSI('pd.csi.storage.gke.io') },
  gitRepo: { deprecated: '1.11', gone: '1.33', instead: 'an init container that clones into an emptyDir' },
  glusterfs: { deprecated: '1.25', gone: '1.26', instead: 'another storage: it has no maintained driver' },
  photonPersistentDisk: { deprecated: '1.11', gone: '1.16', instead: 'another storage: it has no driver' },
  portworxVolume: { deprecated: '1.25', gone: undefined, instead: CSI('pxd.portworx.com') },
  quobyte: { deprecated: '1.22', gone: '1.25', instead: CSI('csi.quobyte.com') },
  rbd: { deprecated: '1.28', gone: '1.31', instead: CSI('rbd.csi.ceph.com') },
  scaleIO: { deprecated: '1.16', gone: '1.22', instead: CSI('csi-vxflexos.dellemc.com') },
  storageos: { deprecated: '1.22', gone: '1.25', instead: CSI('csi.storageos.com') },
  vsphereVolume: { deprecated: '1.19', gone: undefined, instead: CSI('csi.vsphere.vmware.com') },
};

/** Volumes of such kinds that an object has: of its Pods, or as a PersistentVolume. */
export function pluggedVolumes(object: Manifest): PluggedVolume[] {
  if (object.apiVersion === 'v1' && object.kind === 'PersistentVolume') {
    return pluggedIn(manifestFieldObject(object, 'spec'), 'spec');
  }
  const pod = podRunBy(object);
  if (!pod) return [];
  return manifestFieldList(pod.spec, 'volumes').flatMap((volume, index) =>
    pluggedIn(volume, `${pod.path}.volumes[${index}]`),
  );
}

function pluggedIn(volume: unknown, path: string): PluggedVolume[] {
  return Object.entries(manifestFieldObject({ volume }, 'volume'))
    .filter(([plugin, value]) => Object.hasOwn(VOLUME_PLUGINS, plugin) && value !== null)
    .map(([plugin]) => ({ field: `${path}.${plugin}`, plugin }));
}
