import { manifestField } from '../../../kubernetes/manifest-field';
import { answerAll, type BackendService, type Share, sharesByWeight } from '../answer';

/** What a router of Traefik sends to: the Pods of a Service, several services by weight, or a status of its own. */
export type TraefikService =
  | { readonly kind: 'pods'; readonly backend: BackendService; readonly state: 'ready' | 'empty' }
  | { readonly kind: 'weighted'; readonly services: readonly WeightedService[]; readonly sticky: 'cookie' | 'none' }
  | { readonly kind: 'status'; readonly status: number };

/** One of several services. */
export interface WeightedService {
  readonly weight: number;
  readonly service: TraefikService;
}

/** What answers where there is nobody to send to. */
const NO_AVAILABLE_SERVER = 503;

/**
 * Who gets what a service takes. A weight of 0 or less gets nothing, not even by a session cookie.
 *
 * @param session Service of the client's session cookie, as `namespace/name`
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/server/service/loadbalancer/wrr/wrr.go ServeHTTP, Add
 */
export function traefikShares(service: TraefikService, session: string | undefined): readonly Share[] {
  if (service.kind === 'status') return answerAll({ status: service.status }, []).shares;
  if (service.kind === 'pods') {
    const to = service.state === 'empty' ? { status: NO_AVAILABLE_SERVER } : service.backend;
    return answerAll(to, []).shares;
  }
  const own = service.services.filter(({ weight }) => weight > 0);
  const held = service.sticky === 'cookie' ? own.filter((one) => leadsTo(one.service, session)) : [];
  const weighted = (held.length > 0 ? held : own).map(({ weight, service: inner }) => ({
    weight,
    shares: traefikShares(inner, session),
  }));
  const shares = sharesByWeight(weighted);
  return shares.length > 0 ? shares : answerAll({ status: NO_AVAILABLE_SERVER }, []).shares;
}

/** Several services, each by its weight, which is 1 where it says none. */
export function weightedService(
  refs: readonly unknown[],
  inner: (ref: unknown) => TraefikService | string,
  sticky: 'cookie' | 'none',
): TraefikService | string {
  const services: WeightedService[] = [];
  for (const ref of refs) {
    const service = inner(ref);
    if (typeof service === 'string') return service;
    const weight = manifestField(ref, 'weight');
    services.push({ weight: typeof weight === 'number' ? weight : 1, service });
  }
  return { kind: 'weighted', services, sticky };
}

function leadsTo(service: TraefikService, session: string | undefined): boolean {
  if (service.kind === 'pods') return `${service.backend.namespace}/${service.backend.service}` === session;
  return service.kind === 'weighted' && service.services.some((one) => leadsTo(one.service, session));
}
