/** Keys and contents of a ConfigMap or a Secret: text, or bytes that are no text. */
export type ConfigData = Readonly<Record<string, string | Uint8Array>>;

/**
 * Most bytes that data may take as JSON: `kubectl apply` keeps a copy of the object in an annotation, and those may have
 * 262,144 bytes. The rest of the object needs some of them. (The API server would store 1 MiB.)
 *
 * @source kubernetes@1.36 staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go TotalAnnotationSizeLimitB
 */
export const MAX_CONFIG_DATA_BYTES = 256_000;

/**
 * Says why Kubernetes would refuse this key of a ConfigMap or a Secret, or nothing where it would not.
 *
 * @source kubernetes@1.36 staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go IsConfigMapKey
 */
export function configDataKeyProblem(key: string): string | undefined {
  if (/^(?!\.\.|\.$)[-._a-zA-Z0-9]{1,253}$/.test(key)) return undefined;
  return 'must be at most 253 letters, digits, "-", "_" and ".", not beginning with ".."';
}

/** Content as base64, which is how Kubernetes holds bytes. */
export function base64OfConfigData(content: string | Uint8Array): string {
  return Buffer.from(content).toString('base64');
}

/** What Go writes longer than JavaScript does: `<` becomes `\u003c`. @source go@1.26 encoding/json encode.go HTMLEscape */
const ESCAPED_BY_GO = /[<>&\u2028\u2029]/g;

/** Bytes that texts by key take in the copy that `kubectl apply` keeps. */
export function configDataBytes(texts: Readonly<Record<string, string>>): number {
  return Buffer.byteLength(JSON.stringify(texts).replace(ESCAPED_BY_GO, '\\u0000'));
}
