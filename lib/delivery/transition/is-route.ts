import type { Manifest } from '../../kubernetes/manifest';

/** Kinds that say who gets a request. */
const ROUTES = ['Ingress', 'HTTPRoute', 'IngressRoute', 'VirtualService'];

/** Whether an object says who gets a request, in whatever dialect. */
export function isRoute({ kind }: Manifest): boolean {
  return ROUTES.includes(kind);
}
