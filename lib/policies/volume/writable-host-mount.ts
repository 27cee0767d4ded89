import { celRule } from '../cel/cel-rule';

/** What a container mounts of its node it cannot write. */
export const writableHostMount = celRule({
  id: 'writable-host-mount',
  severity: 'warning',
  level: 'strict',
  why: 'a file that it changes is changed for the node',
  mend: 'set readOnly of the mount to true',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
  about: 'container',
  expression: `
    container.?volumeMounts.orValue([]).all(mount, mount.?readOnly.orValue(false)
    || !variables.podSpec.?volumes.orValue([]).exists(volume, volume.name == mount.name && has(volume.hostPath)))`,
  field: 'volumeMounts',
  must: 'must be read-only where they mount a hostPath',
  examples: {
    bad: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web, image: "web:1", volumeMounts: [{ name: log, mountPath: /log }] }]
  volumes: [{ name: log, hostPath: { path: /var/log } }]
`,
    good: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web, image: "web:1", volumeMounts: [{ name: log, mountPath: /log, readOnly: true }] }]
  volumes: [{ name: log, hostPath: { path: /var/log } }]
`,
  },
});
