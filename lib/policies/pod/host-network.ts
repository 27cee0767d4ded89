import { celRule } from '../cel/cel-rule';

/** No Pod stands in the network of its node. */
export const hostNetwork = celRule({
  id: 'host-network',
  severity: 'error',
  level: 'baseline',
  why: 'it reaches what listens on the node alone, hears its traffic, and no NetworkPolicy holds for it',
  mend: 'take hostNetwork out, and expose it by a Service',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  about: 'pod',
  expression: '!variables.podSpec.?hostNetwork.orValue(false)',
  field: 'hostNetwork',
  must: 'must not be true',
  examples: {
    bad: 'hostNetwork: true',
    good: 'hostNetwork: false',
  },
});
