import { isSince } from '../../kubernetes/api-life';
import { pluggedVolumes, VOLUME_PLUGINS } from '../../kubernetes/volume-plugins';
import type { Rule } from '../rule';

/** Volumes are of kinds that Kubernetes still mounts. */
export const removedVolumeType: Rule = {
  id: 'removed-volume-type',
  severity: 'error',
  level: 'baseline',
  why: 'the API server still takes the field, and no kubelet mounts the volume: the Pod never starts',
  mend: 'take the CSI driver that serves such volumes now, by a PersistentVolumeClaim',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#types-of-volumes',
  examples: {
    bad: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web, image: "web:1", volumeMounts: [{ name: data, mountPath: /data }] }]
  volumes: [{ name: data, glusterfs: { endpoints: gluster, path: data } }]
`,
    good: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web, image: "web:1", volumeMounts: [{ name: data, mountPath: /data }] }]
  volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]
`,
  },
  check: (objects, { kubernetesVersion }) =>
    objects.flatMap((object) =>
      pluggedVolumes(object).flatMap(({ field, plugin }) => {
        const { gone, instead } = VOLUME_PLUGINS[plugin] ?? {};
        if (gone === undefined || !isSince(kubernetesVersion, gone)) return [];
        const rule = `works no more since Kubernetes ${gone}`;
        return [{ object, field, got: undefined, rule, mend: `use ${instead}` }];
      }),
    ),
};
