import type { Manifest } from '../../kubernetes/manifest';
import { PROVIDERS, type Provider } from './providers';
import type { Router } from './router';

/**
 * Reads the routes among some manifests as a proxy does, to ask who gets a request: any manifests, of which those of other
 * kinds tell which Services are there and have Pods.
 *
 * @example
 * const { route } = routerOf(manifests, 'ingress-nginx');
 * route({ host: 'hello.example.com', path: '/', headers: { 'X-Canary': 'always' } }).shares;
 */
export function routerOf(manifests: readonly Manifest[], provider: Provider): Router {
  return PROVIDERS[provider](manifests);
}
