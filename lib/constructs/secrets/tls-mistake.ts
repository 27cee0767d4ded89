import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { InvalidPropDetails } from '../invalid-prop';

/** A certificate and its key, as the files have them. */
export interface TlsPair {
  /** PEM; those of the authorities between follow it. */
  readonly certificate: string;
  /** PEM, without a passphrase: nobody would be there to type it. */
  readonly privateKey: string;
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Why no server could use this pair, as far as the two of them tell; nothing where one can. Neither is shown. */
export function tlsMistake({ certificate, privateKey }: TlsPair): InvalidPropDetails | undefined {
  const chain = (certificate.match(CERTIFICATE) ?? []).map((pem) => read(() => new X509Certificate(pem)));
  const [own] = chain;
  if (!own || chain.includes(undefined)) {
    const mend = 'give the text of the file, from -----BEGIN CERTIFICATE----- on: base64 is made of it here';
    return { prop: 'certificate', got: undefined, rule: 'must be a certificate in PEM, or a chain of them', mend };
  }
  const key = privateKey.includes('ENCRYPTED') ? undefined : read(() => createPrivateKey(privateKey));
  if (!key) {
    const mend = 'give the text of the file, from -----BEGIN PRIVATE KEY----- on: base64 is made of it here';
    return { prop: 'privateKey', got: undefined, rule: 'must be a private key in PEM, without a passphrase', mend };
  }
  if (own.checkPrivateKey(key)) return undefined;
  const rule = 'must be the key of the certificate, which is the first where there is a chain';
  return { prop: 'privateKey', got: undefined, rule, mend: 'give both of the same request' };
}

/** What node reads of a text, or nothing where it cannot. */
function read<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
