import type { TlsSecret, TrafficIntent } from './traffic-intent';

/** Secrets of an intent with the hosts that each is for; one for every host names none. */
export function tlsSecrets({ hosts, tlsSecret }: TrafficIntent): readonly TlsSecret[] {
  if (tlsSecret === undefined) return [];
  return typeof tlsSecret === 'string' ? [{ secret: tlsSecret, hosts: hosts === 'every' ? [] : hosts }] : tlsSecret;
}
