import { celRule } from '../cel/cel-rule';

/** Volumes are of the kinds that belong to a Pod or a claim. */
export const restrictedVolumeTypes = celRule({
  id: 'restricted-volume-types',
  severity: 'warning',
  level: 'strict',
  why: 'the others reach the node, or a server with credentials that stand in the manifest',
  mend: 'use a PersistentVolumeClaim of a CSI driver',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  about: 'pod',
  expression: `
    !variables.podSpec.?volumes.orValue([]).exists(volume,
      has(volume.hostPath) || has(volume.nfs) || has(volume.iscsi) || has(volume.gitRepo) || has(volume.flexVolume) || has(volume.fc)
      || has(volume.awsElasticBlockStore) || has(volume.gcePersistentDisk) || has(volume.azureDisk) || has(volume.azureFile)
      || has(volume.cephfs) || has(volume.rbd) || has(volume.glusterfs) || has(volume.cinder) || has(volume.quobyte) || has(volume.flocker)
      || has(volume.vsphereVolume) || has(volume.photonPersistentDisk) || has(volume.portworxVolume)
      || has(volume.scaleIO) || has(volume.storageos))`,
  field: 'volumes',
  must: 'must be of the kinds that Pod Security "restricted" lets pass',
  examples: {
    bad: 'volumes: [{ name: data, nfs: { server: nfs.example.com, path: / } }]',
    good: 'volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]',
  },
});
