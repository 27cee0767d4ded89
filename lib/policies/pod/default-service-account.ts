import { celRule } from '../cel/cel-rule';

/** Pods that talk to the API have an account of their own. */
export const defaultServiceAccount = celRule({
  id: 'default-service-account',
  severity: 'info',
  level: 'strict',
  why: 'what is granted to the default one is granted to every Pod of the namespace',
  mend: 'make a ServiceAccount for it, or set automountServiceAccountToken to false',
  source: 'https://kubernetes.io/docs/concepts/security/service-accounts/',
  about: 'pod',
  expression: `
    variables.podSpec.?serviceAccountName.orValue(variables.podSpec.?serviceAccount.orValue("default")) != "default"
    || !variables.podSpec.?automountServiceAccountToken.orValue(true)`,
  field: 'serviceAccountName',
  must: 'must name an account of its own',
  examples: {
    bad: 'serviceAccountName: default',
    good: 'serviceAccountName: web',
  },
});
