import { celRule } from '../cel/cel-rule';

/** Nothing switches the seccomp profile off, neither for a container nor for a Pod. */
export const seccompUnconfined = celRule({
  id: 'seccomp-unconfined',
  severity: 'error',
  level: 'baseline',
  why: 'a program may then make every system call there is',
  mend: 'set the type to RuntimeDefault, or leave it out',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  about: 'container',
  expression: `
    container.?securityContext.?seccompProfile.?type.orValue("") != "Unconfined"
    && variables.podSpec.?securityContext.?seccompProfile.?type.orValue("") != "Unconfined"`,
  field: 'securityContext.seccompProfile.type',
  must: 'must not be Unconfined, here or for the Pod',
  examples: {
    bad: 'securityContext: { seccompProfile: { type: Unconfined } }',
    good: 'securityContext: { seccompProfile: { type: RuntimeDefault } }',
  },
});
