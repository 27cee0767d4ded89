import { celRule } from '../cel/cel-rule';

/** No container runs as root, by what it says or by what its Pod says for it. */
export const runAsNonRoot = celRule({
  id: 'run-as-non-root',
  severity: 'warning',
  level: 'production',
  why: 'whoever breaks out of the container is root on the node',
  mend: 'set runAsNonRoot to true, or runAsUser to a number above 0',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  about: 'container',
  expression: `
    variables.podSpec.?os.?name.orValue("") == "windows"
    || [container.?securityContext.?runAsUser.orValue(variables.podSpec.?securityContext.?runAsUser.orValue(-1))]
      .all(user, user > 0 || (user == -1
        && container.?securityContext.?runAsNonRoot.orValue(variables.podSpec.?securityContext.?runAsNonRoot.orValue(false))))`,
  field: 'securityContext.runAsNonRoot',
  must: 'must be true, here or for the Pod, unless runAsUser is above 0',
  examples: {
    bad: 'securityContext: { runAsUser: 0, runAsNonRoot: true }',
    good: 'securityContext: { runAsUser: 1000 }',
  },
});
