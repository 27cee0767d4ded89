import { celRule } from '../cel/cel-rule';

/** No program in a container gets more rights than the one that started it. */
export const privilegeEscalationContainer = celRule({
  id: 'privilege-escalation-container',
  severity: 'warning',
  level: 'production',
  why: 'a program with the setuid bit makes whoever breaks in to root',
  mend: 'set allowPrivilegeEscalation to false',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  about: 'container',
  expression: `
    variables.podSpec.?os.?name.orValue("") == "windows"
    || !container.?securityContext.?allowPrivilegeEscalation.orValue(true)`,
  field: 'securityContext.allowPrivilegeEscalation',
  must: 'must be false, which is not the default',
  fix: ({ field, got }) => (got === undefined ? [{ field, value: false }] : []),
  examples: {
    bad: 'securityContext: { runAsNonRoot: true }',
    good: 'securityContext: { allowPrivilegeEscalation: false }',
  },
});
