import { isSince } from '../../kubernetes/api-life';
import { pluggedVolumes, VOLUME_PLUGINS } from '../../kubernetes/volume-plugins';
import type { Rule } from '../rule';

/** Volumes are served by CSI drivers, and say so. Those that no driver serves are another rule's. */
export const inTreeVolume: Rule = {
  id: 'in-tree-volume',
  severity: 'warning',
  level: 'baseline',
  why: 'the field is deprecated, and works by a CSI driver that somebody has to have installed; the driver does more by its own fields',
  mend: 'write csi: { driver, volumeHandle }, or a PersistentVolumeClaim of a StorageClass of the driver',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#types-of-volumes',
  examples: {
    bad: `
apiVersion: v1
kind: PersistentVolume
metadata: { name: data }
spec:
  capacity: { storage: 10Gi }
  accessModes: [ReadWriteOnce]
  awsElasticBlockStore: { volumeID: vol-0123456789abcdef0 }
`,
    good: `
apiVersion: v1
kind: PersistentVolume
metadata: { name: data }
spec:
  capacity: { storage: 10Gi }
  accessModes: [ReadWriteOnce]
  csi: { driver: ebs.csi.aws.com, volumeHandle: vol-0123456789abcdef0 }
`,
  },
  check: (objects, { kubernetesVersion }) =>
    objects.flatMap((object) =>
      pluggedVolumes(object).flatMap(({ field, plugin }) => {
        const { gone, deprecated = '', instead } = VOLUME_PLUGINS[plugin] ?? {};
        if (!isSince(kubernetesVersion, deprecated)) return [];
        if (gone !== undefined && isSince(kubernetesVersion, gone)) return [];
        const rule = `is deprecated since Kubernetes ${deprecated}${gone ? `, and works no more in ${gone}` : ''}`;
        return [{ object, field, got: undefined, rule, mend: `use ${instead}` }];
      }),
    ),
};
