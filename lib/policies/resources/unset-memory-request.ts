import { celRule } from '../cel/cel-rule';

/** Containers say how much memory they need. */
export const unsetMemoryRequest = celRule({
  id: 'unset-memory-request',
  severity: 'warning',
  level: 'production',
  why: 'the scheduler takes it for none, and the Pod is the first to be evicted when the node runs out',
  mend: 'set resources.requests.memory',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  about: 'mainContainer',
  expression: `
    "memory" in container.?resources.?requests.orValue({})
    || "memory" in container.?resources.?limits.orValue({})
    || "memory" in dyn(variables.podSpec).?resources.?requests.orValue({})
    || "memory" in dyn(variables.podSpec).?resources.?limits.orValue({})`,
  field: 'resources.requests.memory',
  must: 'must be set, or the limit that stands for it',
  examples: {
    bad: 'resources: { requests: { cpu: 100m } }',
    good: 'resources: { limits: { memory: 64Mi } }',
  },
});
