import { celRule } from '../cel/cel-rule';

/** Containers get what they may take: the Pod is of the class Guaranteed. */
export const requestsEqualLimits = celRule({
  id: 'requests-equal-limits',
  severity: 'info',
  level: 'strict',
  why: 'what is above the request is there only while nobody else asks for it',
  mend: 'set the requests of CPU and memory to their limits, or leave the requests out',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/',
  misconceptions: [
    {
      claim: 'A Pod is Guaranteed when each container has equal requests and limits for CPU or memory.',
      truth: 'for both of them, in every container, init containers too',
      source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/#guaranteed',
    },
    {
      claim: 'A Pod is Burstable when a request is below its limit.',
      truth: 'it is whenever it is not Guaranteed and some container has a request or a limit of CPU or memory',
      source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/#burstable',
    },
    {
      claim: 'Under pressure, BestEffort Pods go first, then Burstable, then Guaranteed ones.',
      truth:
        'those go first that use more than they request, then by priority, then by how much more; the classes come of that',
      source:
        'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#pod-selection-for-kubelet-eviction',
    },
  ],
  about: 'mainContainer',
  expression: `
    ["cpu", "memory"].all(name, name in container.?resources.?limits.orValue({})
    && (!(name in container.?resources.?requests.orValue({}))
      || quantity(string(container.resources.requests[name])).compareTo(quantity(string(container.resources.limits[name]))) == 0))`,
  field: 'resources',
  must: 'must have limits of CPU and memory, and requests that are equal to them',
  examples: {
    bad: 'resources: { requests: { cpu: 100m, memory: 64Mi }, limits: { cpu: 1, memory: 64Mi } }',
    good: 'resources: { requests: { cpu: 1000m, memory: 64Mi }, limits: { cpu: 1, memory: 64Mi } }',
  },
});
