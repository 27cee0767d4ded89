import { celRule } from '../cel/cel-rule';

/** Secrets come as files. */
export const readSecretFromEnvVar = celRule({
  id: 'read-secret-from-env-var',
  severity: 'info',
  level: 'strict',
  why: 'variables are inherited by every child, printed in crash reports, and not renewed with the Secret',
  mend: 'mount the Secret as a volume',
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-files-from-a-pod',
  about: 'container',
  expression: `
    !container.?env.orValue([]).exists(variable, variable.?valueFrom.?secretKeyRef.hasValue())
    && !container.?envFrom.orValue([]).exists(source, has(source.secretRef))`,
  field: 'env',
  must: 'must not be read from a Secret',
  examples: {
    bad: 'env: [{ name: PASSWORD, valueFrom: { secretKeyRef: { name: shop, key: password } } }]',
    good: 'env: [{ name: PASSWORD_FILE, value: /etc/shop/password }]',
  },
});
