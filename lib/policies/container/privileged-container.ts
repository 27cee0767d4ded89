import { celRule } from '../cel/cel-rule';

/** No container is all that root is on the node. */
export const privilegedContainer = celRule({
  id: 'privileged-container',
  severity: 'error',
  level: 'baseline',
  why: 'a program that breaks out of it owns the node, and with it every Pod there',
  mend: 'take privileged out, and add the one capability that the program needs',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  about: 'container',
  expression: '!container.?securityContext.?privileged.orValue(false)',
  field: 'securityContext.privileged',
  must: 'must not be true',
  examples: {
    bad: 'securityContext: { privileged: true }',
    good: 'securityContext: { privileged: false, capabilities: { add: [NET_BIND_SERVICE] } }',
  },
});
