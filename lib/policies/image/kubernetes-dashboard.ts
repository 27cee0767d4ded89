import { celRule } from '../cel/cel-rule';

/** Nobody runs the Kubernetes dashboard. */
export const kubernetesDashboard = celRule({
  id: 'kubernetes-dashboard',
  severity: 'warning',
  level: 'strict',
  why: 'a page that may do what its account may is a way in, and the project is archived',
  mend: 'use kubectl, or a client on the desk',
  source: 'https://github.com/kubernetes-retired/dashboard',
  about: 'container',
  expression:
    '!container.?image.orValue("").matches("(^|/)(kubernetes-dashboard(-[a-z0-9]+)?|kubernetesui/dashboard[^/]*)([:@]|$)")',
  field: 'image',
  must: 'must not be that of the dashboard',
  examples: {
    bad: 'image: kubernetesui/dashboard:v2.7.0',
    good: 'image: grafana/grafana:11.2.0',
  },
});
