import { celRule } from '../cel/cel-rule';

/** Pods look names up without asking for each in every domain of the cluster first. */
export const dnsconfigOptions = celRule({
  id: 'dnsconfig-options',
  severity: 'info',
  level: 'strict',
  why: 'with five dots wanted, a name outside the cluster costs four questions in vain',
  mend: 'set the option ndots of dnsConfig to 2',
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config',
  about: 'pod',
  expression: `
    variables.podSpec.?dnsConfig.?options.orValue([])
      .exists(option, option.?name.orValue("") == "ndots" && option.?value.orValue("").matches("^[0-4]$"))`,
  field: 'dnsConfig.options',
  must: 'must have ndots below 5',
  examples: {
    bad: 'dnsConfig: { options: [{ name: ndots, value: "5" }] }',
    good: 'dnsConfig: { options: [{ name: ndots, value: "2" }] }',
  },
});
