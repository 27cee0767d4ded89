import type { Manifest } from '../../../kubernetes/manifest';
import { manifestField, manifestFieldList, manifestFieldText } from '../../../kubernetes/manifest-field';
import { namespaceOf } from '../../../kubernetes/namespace-of';
import type { Reason } from '../answer';
import { knownServices } from '../known-services';
import { objectName } from '../object-name';
import type { Router } from '../router';
import { type TraefikReferences, traefikCrdService } from './traefik-crd-service';
import { traefikMuxer } from './traefik-muxer';
import { traefikRedirect } from './traefik-redirect';
import type { TraefikRouter } from './traefik-router';
import { type TraefikService, weightedService } from './traefik-service';

/**
 * Traefik 3.7 with its own resources: IngressRoutes, asked by priority, and TraefikServices. An IngressRoute with `tls` is
 * for HTTPS, one without for plain HTTP.
 *
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/provider/kubernetes/crd/kubernetes_http.go loadIngressRouteConfiguration
 */
export function traefikCrd(manifests: readonly Manifest[]): Router {
  const references = { services: knownServices(manifests), manifests };
  const remarks: Reason[] = [];
  const routers = manifests
    .filter(({ kind, apiVersion }) => kind === 'IngressRoute' && apiVersion.startsWith('traefik.'))
    .flatMap((one) =>
      manifestFieldList(one, 'spec.routes').flatMap((route, at) => {
        const place = `route ${at + 1}`;
        const made = routerOf(one, route, references);
        if (typeof made !== 'string') return [{ ...made, place }];
        remarks.push({ object: objectName(one), verdict: 'ignored', text: `${place}: ${made}` });
        return [];
      }),
    );
  return traefikMuxer(lastOfEachRule(routers), remarks);
}

/** Routers are called after their IngressRoute and rule, so of two with the same rule in one IngressRoute the last is left. */
function lastOfEachRule(routers: readonly TraefikRouter[]): TraefikRouter[] {
  return [...new Map(routers.map((one) => [`${one.object} ${one.rule}`, one])).values()];
}

function routerOf(
  owner: Manifest,
  route: unknown,
  references: TraefikReferences,
): Omit<TraefikRouter, 'place'> | string {
  const namespace = namespaceOf(owner);
  const service = serviceOf(route, namespace, references);
  if (typeof service === 'string') return service;
  const priority = manifestField(route, 'priority');
  return {
    object: objectName(owner),
    rule: manifestFieldText(route, 'match') ?? '',
    priority: typeof priority === 'number' ? priority : undefined,
    scheme: manifestField(owner, 'spec.tls') === undefined ? 'http' : 'https',
    service,
    redirect: traefikRedirect({
      refs: manifestFieldList(route, 'middlewares'),
      namespace,
      manifests: references.manifests,
    }),
  };
}

/** One service, or several by their weights. */
function serviceOf(route: unknown, namespace: string, references: TraefikReferences): TraefikService | string {
  const refs = manifestFieldList(route, 'services');
  const inner = (ref: unknown) => traefikCrdService({ ref, namespace }, references);
  if (refs.length === 0) return 'it has no service';
  return refs.length === 1 ? inner(refs[0]) : weightedService(refs, inner, 'none');
}
