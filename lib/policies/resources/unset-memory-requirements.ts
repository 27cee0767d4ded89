import { celRule } from '../cel/cel-rule';

/** Containers say how much memory they may take. */
export const unsetMemoryRequirements = celRule({
  id: 'unset-memory-requirements',
  severity: 'warning',
  level: 'production',
  why: 'one that leaks takes the memory of its node, and others are killed for it',
  mend: 'set resources.limits.memory',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  misconceptions: [
    {
      claim: 'A container that uses more than its limits is ended and started again.',
      truth: 'over its limit of memory it is; over that of CPU it is slowed down',
      source:
        'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run',
    },
    {
      claim: 'A Pod over its limit may be moved to another node.',
      truth: 'the container is ended and started again where it is; a Pod is never moved',
      source:
        'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run',
    },
  ],
  about: 'mainContainer',
  expression: `
    "memory" in container.?resources.?limits.orValue({})
    || "memory" in dyn(variables.podSpec).?resources.?limits.orValue({})`,
  field: 'resources.limits.memory',
  must: 'must be set',
  examples: {
    bad: 'resources: { requests: { memory: 64Mi } }',
    good: 'resources: { limits: { memory: 64Mi } }',
  },
});
