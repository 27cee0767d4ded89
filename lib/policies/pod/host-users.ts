import { celRule } from '../cel/cel-rule';

/** Root in a Pod is nobody on its node. Kubernetes before 1.33 drops the field unless UserNamespacesSupport is switched on. */
export const hostUsers = celRule({
  id: 'host-users',
  severity: 'info',
  level: 'strict',
  why: 'who breaks out as root of the container is root of the node',
  mend: 'set hostUsers to false',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/',
  about: 'pod',
  expression: `
    variables.podSpec.?os.?name.orValue("") == "windows"
    || !variables.podSpec.?hostUsers.orValue(true)`,
  field: 'hostUsers',
  must: 'must be false',
  examples: {
    bad: 'hostUsers: true',
    good: 'hostUsers: false',
  },
});
