import { celRule } from '../cel/cel-rule';

/** Containers say how much CPU they need. */
export const unsetCpuRequirements = celRule({
  id: 'unset-cpu-requirements',
  severity: 'warning',
  level: 'production',
  why: 'the scheduler takes it for none, the node fills up, and an autoscaler has nothing to measure by',
  mend: 'set resources.requests.cpu',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
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
