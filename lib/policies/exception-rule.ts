import type { Rule } from './rule';

/** What exceptions themselves have to keep to. It is no rule of the catalogue: it is asked after all the others. */
export const EXCEPTION_RULE: Omit<Rule, 'check'> = {
  id: 'policy-exception',
  severity: 'warning',
  level: 'baseline',
  why: 'nobody knows who answers for an exception that says no owner and no reason, and one that is needed no more hides the next mistake',
  mend: 'write the annotation policy.exception/<rule>: "<owner>: <reason>", and take it out when it excuses nothing',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/',
  examples: {
    bad: `
metadata:
  annotations:
    policy.exception/host-network: "true"
`,
    good: `
metadata:
  annotations:
    policy.exception/host-network: "network team: the proxy binds ports of the node"
`,
  },
};
