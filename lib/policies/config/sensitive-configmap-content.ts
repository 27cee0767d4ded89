import { celRule } from '../cel/cel-rule';
import { SUBJECT_KINDS } from '../cel/subject-kinds';

/** No password stands in a ConfigMap. */
export const sensitiveConfigmapContent = celRule({
  id: 'sensitive-configmap-content',
  severity: 'error',
  level: 'production',
  why: 'whoever may see the namespace reads it, and it stands in the repository',
  mend: 'keep it in a Secret',
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
  misconceptions: [
    {
      claim: 'Kubernetes encrypts Secrets.',
      truth: 'it stores them as they are, in base64, unless encryption at rest is switched on',
      source: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/#configure-encryption-at-rest',
    },
    {
      claim: 'Base64 keeps a password from being read.',
      truth: 'everybody can decode it: it is there for bytes that are no text',
      source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
    },
  ],
  about: [SUBJECT_KINDS.ConfigMap],
  // keys are asked first: an API server lets an expression read only so much of large values
  expression: `
    object.?data.orValue({}).all(key, !object.data[key].contains("PRIVATE KEY--")
      && (!key.lowerAscii().matches("passw(or)?d|secret|token|credential|(api|access|private|batch)_?key|key_content")
        || key.lowerAscii().matches("[._-](file|path|dir|name|id|ur[il]|host|port|issuer|audience|ttl|seconds|enabled|ya?ml|json|conf|properties|policy)$")
        || object.data[key] == "" || object.data[key].matches("^(/.*|true|false|[$][{(].*[)}])$")))`,
  field: 'data',
  must: 'must not hold what looks like a password, token or key',
  examples: {
    bad: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
data: { DB_USER: shop, DB_PASSWORD: hunter2 }
`,
    good: `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
data: { DB_USER: shop, DB_PASSWORD_FILE: /etc/shop/password, TOKEN_TTL: "3600" }
`,
  },
});
