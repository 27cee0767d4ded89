import { celRule } from '../cel/cel-rule';

/** No Pod shares memory with the processes of its node. */
export const hostIpc = celRule({
  id: 'host-ipc',
  severity: 'error',
  level: 'baseline',
  why: 'it can read and write what they say to each other',
  mend: 'take hostIPC out',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  about: 'pod',
  expression: '!variables.podSpec.?hostIPC.orValue(false)',
  field: 'hostIPC',
  must: 'must not be true',
  examples: {
    bad: 'hostIPC: true',
    good: 'hostIPC: false',
  },
});
