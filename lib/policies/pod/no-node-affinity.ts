import { celRule } from '../cel/cel-rule';

/** Pods say which nodes they are for. */
export const noNodeAffinity = celRule({
  id: 'no-node-affinity',
  severity: 'info',
  level: 'strict',
  why: 'they land on nodes of any processor, price or zone',
  mend: 'set affinity.nodeAffinity or nodeSelector',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/',
  about: 'pod',
  expression:
    'variables.podSpec.?affinity.?nodeAffinity.hasValue() || size(variables.podSpec.?nodeSelector.orValue({})) > 0',
  field: 'affinity.nodeAffinity',
  must: 'must be set, or nodeSelector',
  examples: {
    bad: 'affinity: {}',
    good: 'nodeSelector: { kubernetes.io/arch: amd64 }',
  },
});
