import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Manifest } from '../../kubernetes/manifest';
import { CommandFailed } from '../command-failed';
import type { Kubectl } from '../kubectl';
import { OnboardingFailed } from './onboarding-failed';

/** The signer of certificates that API servers know people by. */
const SIGNER = 'kubernetes.io/kube-apiserver-client';

const SECONDS_TO_SIGN = 60;
const MILLISECONDS_BETWEEN = 500;
const SECONDS_A_DAY = 86_400;

/** A request for a certificate as the API server takes it. */
export interface SigningRequest extends Manifest {
  readonly metadata: { readonly name: string };
}

/**
 * The object that asks for a certificate. Its name is that of the request's content, so no other is ever in the way.
 *
 * @param request in PEM
 */
export function signingRequest(user: string, request: string, days: number): SigningRequest {
  const readable = user
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const content = createHash('sha256').update(request).digest('hex').slice(0, 10);
  return {
    apiVersion: 'certificates.k8s.io/v1',
    kind: 'CertificateSigningRequest',
    metadata: { name: ['onboard', readable, content].filter(Boolean).join('-') },
    spec: {
      request: Buffer.from(request).toString('base64'),
      signerName: SIGNER,
      expirationSeconds: days * SECONDS_A_DAY,
      usages: ['client auth'],
    },
  };
}

/**
 * Sends a request, approves it and waits for the certificate, in PEM. What fails leaves no request behind; one that was
 * signed stays, until Kubernetes removes it an hour later, for whoever wants to know who was let in.
 *
 * @throws OnboardingFailed when the cluster refuses, or does not sign
 */
export async function signedCertificate(request: SigningRequest, kubectl: Kubectl): Promise<string> {
  const { name } = request.metadata;
  kubectl.json(['create', '-f', '-'], request);
  try {
    kubectl.run(['certificate', 'approve', name]);
    return await waitForCertificate(name, kubectl);
  } catch (error) {
    withdraw(name, kubectl);
    throw error;
  }
}

/** What went wrong before is what is told; a request that stays is removed by Kubernetes after a day. */
function withdraw(name: string, kubectl: Kubectl): void {
  try {
    kubectl.run(['delete', 'certificatesigningrequest', name, '--ignore-not-found']);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
  }
}

interface RequestStatus {
  readonly certificate?: string;
  readonly conditions?: readonly { readonly type: string; readonly message?: string }[];
}

async function waitForCertificate(name: string, kubectl: Kubectl): Promise<string> {
  const field = `certificatesigningrequest ${name}`;
  for (let waited = 0; waited < SECONDS_TO_SIGN * 1000; waited += MILLISECONDS_BETWEEN) {
    const { status } = kubectl.json<{ status: RequestStatus }>(['get', 'certificatesigningrequest', name]);
    if (status.certificate) return Buffer.from(status.certificate, 'base64').toString('utf8');
    const refused = status.conditions?.find(({ type }) => type === 'Failed' || type === 'Denied');
    if (refused) {
      const rule = `was ${refused.type === 'Denied' ? 'denied' : 'not signed'}: ${refused.message ?? ''}`;
      throw new OnboardingFailed({ field, got: undefined, rule, mend: 'ask whoever runs the cluster' });
    }
    await sleep(MILLISECONDS_BETWEEN);
  }
  const rule = `was not signed in ${SECONDS_TO_SIGN} seconds`;
  const mend = `this cluster may have no signer for ${SIGNER} (some hosted ones have none): let people in by its identity provider, with the same groups`;
  throw new OnboardingFailed({ field, got: undefined, rule, mend });
}
