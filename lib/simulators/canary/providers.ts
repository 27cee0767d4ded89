import type { Manifest } from '../../kubernetes/manifest';
import { alb } from './alb/alb';
import { gatewayApi } from './gateway/gateway-api';
import { istio } from './istio/istio';
import { ingressNginx } from './nginx/ingress-nginx';
import type { Router } from './router';
import { traefikCrd } from './traefik/traefik-crd';
import { traefikGatewayApi } from './traefik/traefik-gateway-api';
import { traefikIngressNginx } from './traefik/traefik-ingress-nginx';

/** Proxies, each by what reads its objects. */
export const PROVIDERS = {
  'ingress-nginx': ingressNginx,
  'traefik-ingress-nginx': traefikIngressNginx,
  'gateway-api': gatewayApi,
  'traefik-gateway-api': traefikGatewayApi,
  traefik: traefikCrd,
  alb,
  istio,
} as const satisfies Readonly<Record<string, (manifests: readonly Manifest[]) => Router>>;

/** Name of a proxy, and of the objects that it reads. */
export type Provider = keyof typeof PROVIDERS;
