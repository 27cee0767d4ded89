import { type KeyPairKeyObjectResult, sign } from 'node:crypto';
import { der } from './der';

/** Who a certificate is for: Kubernetes takes the common name for the user, and each organization for a group. */
export interface CertificateOwner {
  readonly user: string;
  readonly groups: readonly string[];
}

const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';

/**
 * A request for a certificate, in PEM, signed by the key that it is for.
 *
 * @param keys on the curve P-256
 * @see https://www.rfc-editor.org/rfc/rfc2986
 */
export function certificateRequest({ user, groups }: CertificateOwner, keys: KeyPairKeyObjectResult): string {
  const names = [...groups.map((group) => nameOf(ORGANIZATION, group)), nameOf(COMMON_NAME, user)];
  const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' });
  const info = der.sequence(der.integer(0), der.sequence(...names), publicKey, der.tagged(0));
  const algorithm = der.sequence(der.objectIdentifier(ECDSA_WITH_SHA256));
  const signature = sign('sha256', info, keys.privateKey);
  return pem(der.sequence(info, algorithm, der.bitString(signature)));
}

function nameOf(type: string, text: string): Buffer {
  return der.set(der.sequence(der.objectIdentifier(type), der.text(text)));
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE REQUEST-----', ...lines, '-----END CERTIFICATE REQUEST-----', ''].join('\n');
}
