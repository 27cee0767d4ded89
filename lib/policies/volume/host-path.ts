import { celRule } from '../cel/cel-rule';

/** No Pod mounts a directory of its node. */
export const hostPath = celRule({
  id: 'host-path',
  severity: 'warning',
  level: 'baseline',
  why: "what it reads and writes there is the node's and every other Pod's, and is not there on the next node",
  mend: 'use a PersistentVolumeClaim, a ConfigMap or an emptyDir',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  misconceptions: [
    {
      claim: 'Whoever mounts a hostPath reaches the whole file system of the node.',
      truth: 'the path that is mounted, and what lies below it; with / that is everything',
      source: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
    },
  ],
  about: 'pod',
  expression: '!variables.podSpec.?volumes.orValue([]).exists(volume, has(volume.hostPath))',
  field: 'volumes',
  must: 'must not have a hostPath',
  examples: {
    bad: 'volumes: [{ name: log, hostPath: { path: /var/log } }]',
    good: 'volumes: [{ name: log, emptyDir: {} }]',
  },
});
