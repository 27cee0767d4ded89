import { celRule } from '../cel/cel-rule';

/** Containers say how much CPU they need. */
export const unsetCpuRequirements = celRule({
  id: 'unset-cpu-requirements',
  severity: 'warning',
  level: 'production',
  why: 'the scheduler takes it for none, the node fills up, and an autoscaler has nothing to measure by',
  mend: 'set resources.requests.cpu',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  misconceptions: [
    {
      claim: 'A container does not start on a node that has less than it requests.',
      truth:
        'the Pod stays Pending until there is a node with that much not yet requested by others, however little those use',
      source:
        'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-requests-are-scheduled',
    },
  ],
  about: 'mainContainer',
  expression: `
    "cpu" in container.?resources.?requests.orValue({})
    || "cpu" in container.?resources.?limits.orValue({})
    || "cpu" in dyn(variables.podSpec).?resources.?requests.orValue({})
    || "cpu" in dyn(variables.podSpec).?resources.?limits.orValue({})`,
  field: 'resources.requests.cpu',
  must: 'must be set, or the limit that stands for it',
  examples: {
    bad: 'resources: { requests: { memory: 64Mi } }',
    good: 'resources: { requests: { cpu: 100m } }',
  },
});
