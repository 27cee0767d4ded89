import { manifestField, manifestFieldText } from '../../../kubernetes/manifest-field';
import type { BackendService } from '../answer';
import type { KnownServices } from '../known-services';

/** Services that a destination may be, for the port that it need not name. */
export interface IstioDestination {
  readonly to: BackendService;
  readonly state: 'ready' | 'empty' | 'missing';
}

/**
 * The Service of a destination. A short host is one of the VirtualService's own namespace.
 *
 * @source istio.io/api@1.31.1 networking/v1/virtual_service.proto Destination
 */
export function istioDestination(destination: unknown, namespace: string, services: KnownServices): IstioDestination {
  const host = manifestFieldText(destination, 'host') ?? '';
  const [service = '', own] = host.split('.');
  const port = manifestField(destination, 'port.number');
  const subset = manifestFieldText(destination, 'subset');
  const backend = {
    namespace: own ?? namespace,
    service,
    port: typeof port === 'number' ? port : services.onlyPort({ namespace: own ?? namespace, service }),
  };
  return { to: { ...backend, ...(subset === undefined ? {} : { subset }) }, state: services.stateOf(backend) };
}
