import { celRule } from '../cel/cel-rule';

/** What a container mounts is a volume of its Pod. Claims of a StatefulSet are volumes of its Pods too. */
export const volumeMountName = celRule({
  id: 'volume-mount-name',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses a mount of a volume that the Pod does not have',
  mend: 'add the volume to the Pod, or write the name of one that is there',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#how-volumes-work',
  about: 'container',
  expression: `
    container.?volumeMounts.orValue([]).all(mount,
      variables.podSpec.?volumes.orValue([]).exists(volume, volume.name == mount.name)
      || (object.kind == "StatefulSet" && dyn(object.spec).?volumeClaimTemplates.orValue([])
        .exists(claim, claim.?metadata.?name.orValue("") == mount.name)))`,
  field: 'volumeMounts',
  must: 'must mount volumes that the Pod has',
  examples: {
    bad: 'volumeMounts: [{ name: data, mountPath: /data }]',
    good: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web, image: "web:1", volumeMounts: [{ name: data, mountPath: /data }] }]
  volumes: [{ name: data, emptyDir: {} }]
`,
  },
});
