import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { certificateRequest } from './certificate-request';
import type { Onboarding } from './onboarding';
import { requireSoundOnboarding } from './require-sound-onboarding';
import { type SigningRequest, signingRequest } from './signing-request';

/** A request for a certificate, and the key that it is for. */
export interface NewRequest {
  readonly request: SigningRequest;
  readonly privateKey: KeyObject;
}

/**
 * Makes a key, and the object that asks for its certificate.
 *
 * @throws OnboardingFailed for what could not be asked for
 */
export function newRequest(onboarding: Onboarding): NewRequest {
  requireSoundOnboarding(onboarding);
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const request = signingRequest(onboarding.user, certificateRequest(onboarding, keys), onboarding.days);
  return { request, privateKey: keys.privateKey };
}
