import type { Manifest } from '../../../kubernetes/manifest';
import { manifestField, manifestFieldList, manifestFieldText } from '../../../kubernetes/manifest-field';
import { namespaceOf } from '../../../kubernetes/namespace-of';
import type { KnownServices } from '../known-services';
import { type TraefikService, weightedService } from './traefik-service';

/** What references of IngressRoutes and TraefikServices are held against. */
export interface TraefikReferences {
  readonly services: KnownServices;
  readonly manifests: readonly Manifest[];
}

/** A reference, and where it stands. */
export interface TraefikReference {
  readonly ref: unknown;
  readonly namespace: string;
}

/** Deep enough for anybody; a ring of TraefikServices ends here. */
const DEEPEST = 20;

/**
 * The service that a reference comes to; a sentence where it comes to none: then Traefik makes no router.
 *
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/provider/kubernetes/crd/kubernetes_http.go nameAndService, buildTraefikService
 */
export function traefikCrdService(
  { ref, namespace: own }: TraefikReference,
  references: TraefikReferences,
  depth = 0,
): TraefikService | string {
  const name = manifestFieldText(ref, 'name') ?? '';
  const namespace = manifestFieldText(ref, 'namespace') ?? own;
  if (depth > DEEPEST) return `TraefikService ${name} leads to itself`;
  if (namespace !== own) return `${namespace}/${name} is in another namespace, which Traefik does not allow by default`;
  const kind = manifestFieldText(ref, 'kind') ?? 'Service';
  if (kind === 'Service') return podsOf(name, namespace, { ref, references });
  const found = references.manifests.find(
    (one) => one.kind === 'TraefikService' && namespaceOf(one) === namespace && one.metadata.name === name,
  );
  if (!found) return `there is no TraefikService ${namespace}/${name}`;
  const inner = (one: unknown) => traefikCrdService({ ref: one, namespace }, references, depth + 1);
  const { mirroring, failover } = { mirroring: field(found, 'mirroring'), failover: field(found, 'failover.service') };
  if (mirroring !== undefined) return inner(mirroring);
  if (failover !== undefined) return inner(failover);
  const weighted = field(found, 'weighted') ?? field(found, 'highestRandomWeight');
  if (weighted === undefined) return `TraefikService ${namespace}/${name} says nothing`;
  const sticky = manifestField(weighted, 'sticky.cookie') === undefined ? 'none' : 'cookie';
  return weightedService(manifestFieldList(weighted, 'services'), inner, sticky);
}

function field(service: Manifest, name: string): unknown {
  return manifestField(service, `spec.${name}`) ?? undefined;
}

interface Pods {
  readonly ref: unknown;
  readonly references: TraefikReferences;
}

function podsOf(service: string, namespace: string, { ref, references }: Pods): TraefikService | string {
  const port = manifestField(ref, 'port');
  const backend = { namespace, service, port: typeof port === 'number' ? port : String(port ?? '') };
  const { services } = references;
  if (services.isExternal(backend))
    return `Service ${namespace}/${service} is an ExternalName, which Traefik does not allow by default`;
  const state = services.stateOf(backend);
  if (state === 'missing') return `there is no Service ${namespace}/${service} with a port ${backend.port}`;
  if (state === 'empty') return `Service ${namespace}/${service} has no endpoints`;
  return { kind: 'pods', backend: services.byNumber(backend), state };
}
