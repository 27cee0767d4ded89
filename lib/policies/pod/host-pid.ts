import { celRule } from '../cel/cel-rule';

/** No Pod sees the processes of its node. */
export const hostPid = celRule({
  id: 'host-pid',
  severity: 'error',
  level: 'baseline',
  why: 'it can read their memory and environment, and end them',
  mend: 'take hostPID out',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  about: 'pod',
  expression: '!variables.podSpec.?hostPID.orValue(false)',
  field: 'hostPID',
  must: 'must not be true',
  examples: {
    bad: 'hostPID: true',
    good: 'hostPID: false',
  },
});
