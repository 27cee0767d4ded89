import { celRule } from '../cel/cel-rule';

/** A container asks for no more than it may use. */
export const requestsAboveLimits = celRule({
  id: 'requests-above-limits',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses a request above its limit',
  mend: 'lower the request, or raise the limit',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#requests-and-limits',
  about: 'container',
  expression: `
    [container.?resources.?limits.orValue({})].all(limits, [container.?resources.?requests.orValue({})].all(requests,
      requests.all(name, !(name in limits)
        || quantity(string(requests[name])).compareTo(quantity(string(limits[name]))) <= 0)))`,
  field: 'resources.requests',
  must: 'must not be above resources.limits',
  examples: {
    bad: 'resources: { requests: { memory: 1Gi }, limits: { memory: 512Mi } }',
    good: 'resources: { requests: { cpu: 1000m, memory: 512Mi }, limits: { cpu: 1, memory: 512Mi } }',
  },
});
