import { celRule } from '../cel/cel-rule';

/** Containers say how much of their node's disk they may take. */
export const unsetEphemeralStorage = celRule({
  id: 'unset-ephemeral-storage',
  severity: 'info',
  level: 'strict',
  why: 'logs and temporary files of one fill the disk, and all Pods of the node are evicted',
  mend: 'set resources.limits.ephemeral-storage',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  about: 'mainContainer',
  expression: `
    "ephemeral-storage" in container.?resources.?limits.orValue({})
    || "ephemeral-storage" in dyn(variables.podSpec).?resources.?limits.orValue({})`,
  field: 'resources.limits.ephemeral-storage',
  must: 'must be set',
  examples: {
    bad: 'resources: { limits: { memory: 64Mi } }',
    good: 'resources: { limits: { ephemeral-storage: 1Gi } }',
  },
});
