import { type KeyObject, X509Certificate } from 'node:crypto';
import { Kubectl } from '../kubectl';
import { currentCluster } from './current-cluster';
import { grantedRights } from './granted-rights';
import { kubeconfigText } from './kubeconfig-text';
import { newRequest } from './new-request';
import type { Onboarding } from './onboarding';
import { OnboardingFailed } from './onboarding-failed';
import { PrivateFile } from './private-file';
import { signedCertificate } from './signing-request';

/** What came of it. */
export interface Onboarded {
  /** Moment from which the certificate is worth nothing. */
  readonly validUntil: Date;
  /** What the user may do, in lines, by environment. */
  readonly rights: ReadonlyMap<string, readonly string[]>;
}

/**
 * Lets somebody in to the cluster that kubectl talks to: makes a key, has it certified, and writes a kubeconfig that only its
 * owner can read. It is tried before it is put in its place, so one that is there works.
 *
 * @throws OnboardingFailed with what to do; nothing is written then
 */
export async function onboard(onboarding: Onboarding): Promise<Onboarded> {
  const { request, privateKey } = newRequest(onboarding);
  const kubectl = new Kubectl();
  const file = new PrivateFile(onboarding.out, onboarding.existing);
  process.once('exit', () => file.discard()); // also where the user ends it
  const [place] = placesOf(onboarding);
  const cluster = currentCluster(kubectl);
  if (onboarding.environment && place) kubectl.run(['get', 'namespace', place.namespace]);

  const certificate = await signedCertificate(request, kubectl);
  const validUntil = expiryOf(certificate, privateKey);
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const namespace = onboarding.environment && place?.namespace;
  try {
    file.write(kubeconfigText(cluster, { user: onboarding.user, certificate, privateKey: key }, namespace));
    const rights = rightsOf(onboarding, new Kubectl(file.draft));
    file.publish();
    return { validUntil, rights };
  } finally {
    file.discard();
  }
}

/** When the certificate ends. @throws OnboardingFailed when it is for another key */
function expiryOf(certificate: string, privateKey: KeyObject): Date {
  const signed = new X509Certificate(certificate);
  if (signed.checkPrivateKey(privateKey)) return new Date(signed.validTo);
  const rule = 'must be for the key that was sent';
  const mend = 'something answers in the place of the cluster: ask whoever runs it';
  throw new OnboardingFailed({ field: 'certificate', got: signed.subject, rule, mend });
}

function placesOf({ environment, environments }: Onboarding): Onboarding['environments'] {
  return environments.filter(({ name }) => environment === undefined || name === environment);
}

function rightsOf(onboarding: Onboarding, kubectl: Kubectl): Onboarded['rights'] {
  return new Map(placesOf(onboarding).map(({ name, namespace }) => [name, grantedRights(namespace, kubectl)]));
}
