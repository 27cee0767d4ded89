import { celRule } from '../cel/cel-rule';

/** Users and groups of containers have ids that no account of a node has. */
export const highUserId = celRule({
  id: 'high-user-id',
  severity: 'info',
  level: 'strict',
  why: 'whoever breaks out of the container is that account on the node, and may do what it may',
  mend: 'set runAsUser and runAsGroup to 10000 or above',
  source: 'https://github.com/zegl/kube-score/blob/master/README_CHECKS.md',
  about: 'container',
  parameters: { minimumUserId: { meaning: 'Lowest id of a user or group that is high.', standard: 10000 } },
  expression: `
    variables.podSpec.?os.?name.orValue("") == "windows" || !variables.podSpec.?hostUsers.orValue(true)
    || (container.?securityContext.?runAsUser.orValue(variables.podSpec.?securityContext.?runAsUser.orValue(0)) >= variables.minimumUserId
    && container.?securityContext.?runAsGroup.orValue(
      variables.podSpec.?securityContext.?runAsGroup.orValue(variables.minimumUserId)) >= variables.minimumUserId)`,
  field: 'securityContext.runAsUser',
  must: 'must be high, here or for the Pod, and runAsGroup as well where it is set',
  examples: {
    bad: 'securityContext: { runAsUser: 1000, runAsGroup: 1000 }',
    good: 'securityContext: { runAsUser: 10001, runAsGroup: 10001 }',
  },
});
