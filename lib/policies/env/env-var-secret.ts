import { celRule } from '../cel/cel-rule';

/** No password stands in a manifest. */
export const envVarSecret = celRule({
  id: 'env-var-secret',
  severity: 'error',
  level: 'production',
  why: 'whoever can read the repository or the workload has it, and it cannot be changed without a rollout',
  mend: 'refer to a Secret by valueFrom.secretKeyRef, or mount it as a file',
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  about: 'container',
  expression: `
    !container.?env.orValue([]).exists(variable, variable.?value.orValue("").contains("PRIVATE KEY--")
    || (variable.?value.orValue("") != "" && !variable.?value.orValue("").matches("^(/.*|true|false|[$][(].*[)])$")
      && variable.name.lowerAscii().matches("passw(or)?d|secret|token|credential|(api|access|private)_?key")
      && !variable.name.lowerAscii().matches("_(file|path|dir|name|id|ur[il]|host|port|issuer|audience|ttl|seconds|enabled)$")))`,
  field: 'env',
  must: 'must not hold what looks like a password, token or key',
  examples: {
    bad: 'env: [{ name: DB_PASSWORD, value: hunter2 }]',
    good: 'env: [{ name: DB_PASSWORD_FILE, value: /etc/shop/password }, { name: DB_USER, value: shop }]',
  },
});
