import type { Manifest } from '../../../kubernetes/manifest';
import { manifestFieldList } from '../../../kubernetes/manifest-field';
import { namespaceOf } from '../../../kubernetes/namespace-of';
import { objectName } from '../object-name';
import { type HttpRouteCondition, httpRouteCondition } from './http-route-condition';

/** An HTTP route of a VirtualService. */
export interface IstioRoute {
  /** Where it stands: `http 2`. */
  readonly place: string;
  readonly route: unknown;
  /** One of these is enough; a route without any takes everything. */
  readonly conditions: readonly HttpRouteCondition[];
}

/** A VirtualService. */
export interface VirtualService {
  readonly title: string;
  readonly namespace: string;
  readonly hosts: readonly string[];
  readonly routes: readonly IstioRoute[];
}

/** The VirtualServices among some manifests. @source istio.io/api@1.31.1 networking/v1/virtual_service.proto */
export function virtualServices(manifests: readonly Manifest[]): VirtualService[] {
  return manifests
    .filter(({ kind, apiVersion }) => kind === 'VirtualService' && apiVersion.startsWith('networking.istio.io/'))
    .map((one) => ({
      title: objectName(one),
      namespace: namespaceOf(one),
      hosts: manifestFieldList(one, 'spec.hosts').map((host) => String(host).toLowerCase()),
      routes: manifestFieldList(one, 'spec.http').map((route, at) => ({
        place: `http ${at + 1}`,
        route,
        conditions: manifestFieldList(route, 'match').map(httpRouteCondition),
      })),
    }));
}
