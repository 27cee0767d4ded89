import type { Manifest } from '../../kubernetes/manifest';
import { gatewayApi } from './gateway/gateway-api';
import { ingressNginx } from './nginx/ingress-nginx';
import type { Router } from './router';

/** Proxies, each by what reads its objects. */
export const PROVIDERS = {
  'ingress-nginx': ingressNginx,
  'gateway-api': gatewayApi,
} as const satisfies Readonly<Record<string, (manifests: readonly Manifest[]) => Router>>;

/** Name of a proxy, and of the objects that it reads. */
export type Provider = keyof typeof PROVIDERS;
