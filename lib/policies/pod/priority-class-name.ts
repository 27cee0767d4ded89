import { celRule } from '../cel/cel-rule';

/** Pods say how much they matter. */
export const priorityClassName = celRule({
  id: 'priority-class-name',
  severity: 'info',
  level: 'strict',
  why: 'where room is short, it is chance which of them run',
  mend: 'set priorityClassName',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
  about: 'pod',
  parameters: { allowedPriorityClasses: { meaning: 'Classes that may be named; empty for all.', standard: [] } },
  expression: `
    variables.podSpec.?priorityClassName.orValue("") != ""
    && (size(variables.allowedPriorityClasses) == 0
      || variables.podSpec.priorityClassName in variables.allowedPriorityClasses)`,
  field: 'priorityClassName',
  must: 'must name a class, one of those that are allowed',
  examples: {
    bad: 'containers: [{ name: web, image: "web:1" }]',
    good: 'priorityClassName: shop-high',
  },
});
