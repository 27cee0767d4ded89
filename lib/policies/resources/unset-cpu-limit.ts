import { celRule } from '../cel/cel-rule';

/** Containers say how much CPU they may take. */
export const unsetCpuLimit = celRule({
  id: 'unset-cpu-limit',
  severity: 'info',
  level: 'strict',
  why: 'one that spins takes what is free on its node; but one with a limit is slowed down though there is CPU to spare',
  mend: 'set resources.limits.cpu',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  about: 'mainContainer',
  expression: `
    "cpu" in container.?resources.?limits.orValue({})
    || "cpu" in dyn(variables.podSpec).?resources.?limits.orValue({})`,
  field: 'resources.limits.cpu',
  must: 'must be set',
  examples: {
    bad: 'resources: { requests: { cpu: 100m } }',
    good: 'resources: { limits: { cpu: 100m } }',
  },
});
