import { celRule } from '../cel/cel-rule';

/** Names come from DNS. */
export const hostAliases = celRule({
  id: 'host-aliases',
  severity: 'info',
  level: 'strict',
  why: 'an address in /etc/hosts stays as it is when the server moves, and can send traffic astray unseen',
  mend: 'give the name to DNS, or make a Service of type ExternalName',
  source: 'https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/',
  about: 'pod',
  expression: 'size(variables.podSpec.?hostAliases.orValue([])) == 0',
  field: 'hostAliases',
  must: 'must be empty',
  examples: {
    bad: 'hostAliases: [{ ip: 10.0.0.1, hostnames: [shop.example.com] }]',
    good: 'hostAliases: []',
  },
});
