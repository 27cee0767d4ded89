/** What a Secret is for: the API server, the kubelet and controllers expect certain keys by it. */
export type SecretType =
  | 'Opaque'
  | 'kubernetes.io/basic-auth'
  | 'kubernetes.io/dockerconfigjson'
  | 'kubernetes.io/ssh-auth'
  | 'kubernetes.io/tls';

const KEYS: Readonly<Record<SecretType, readonly string[]>> = {
  Opaque: [],
  'kubernetes.io/basic-auth': ['username', 'password'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
};

/**
 * Says why Kubernetes would refuse a Secret of this type with these keys, or nothing where it would not.
 *
 * @source kubernetes@1.36 pkg/apis/core/validation/validation.go ValidateSecret
 */
export function secretTypeProblem(type: SecretType, keys: readonly string[]): string | undefined {
  const missing = KEYS[type].filter((key) => !keys.includes(key));
  const enough = type === 'kubernetes.io/basic-auth' ? missing.length < 2 : missing.length === 0;
  return enough ? undefined : `must have the key ${missing.join(' and ')}, as its type ${type} asks`;
}
