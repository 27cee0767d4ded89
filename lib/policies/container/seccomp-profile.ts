import { celRule } from '../cel/cel-rule';

/** Containers run under a seccomp profile, their own or that of their Pod. */
export const seccompProfile = celRule({
  id: 'seccomp-profile',
  severity: 'warning',
  level: 'production',
  why: 'without one a program may make every system call there is, and most holes of the kernel are in the seldom ones',
  mend: 'set seccompProfile.type of the Pod to RuntimeDefault',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  about: 'container',
  expression: `
    variables.podSpec.?os.?name.orValue("") == "windows"
    || container.?securityContext.?seccompProfile.?type.orValue(
      variables.podSpec.?securityContext.?seccompProfile.?type.orValue("")) in ["RuntimeDefault", "Localhost"]`,
  field: 'securityContext.seccompProfile.type',
  must: 'must be RuntimeDefault or Localhost, here or for the Pod',
  fix: ({ field, got }) => (got === undefined ? [{ field, value: 'RuntimeDefault' }] : []),
  examples: {
    bad: 'securityContext: {}',
    good: 'securityContext: { seccompProfile: { type: RuntimeDefault } }',
  },
});
