import { celRule } from '../cel/cel-rule';

/** Containers see /proc as the container runtime masks it, unless the Pod has users of its own. */
export const unsafeProcMount = celRule({
  id: 'unsafe-proc-mount',
  severity: 'error',
  level: 'baseline',
  why: 'the unmasked /proc shows the kernel of the node, and lets it be changed',
  mend: 'take procMount out, or set hostUsers of the Pod to false',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  about: 'container',
  expression:
    'container.?securityContext.?procMount.orValue("Default") == "Default" || !variables.podSpec.?hostUsers.orValue(true)',
  field: 'securityContext.procMount',
  must: 'must be Default',
  examples: {
    bad: 'securityContext: { procMount: Unmasked }',
    good: 'securityContext: { procMount: Default }',
  },
});
