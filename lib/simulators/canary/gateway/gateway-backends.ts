import type { Manifest } from '../../../kubernetes/manifest';
import { manifestField, manifestFieldList, manifestFieldText } from '../../../kubernetes/manifest-field';
import { namespaceOf } from '../../../kubernetes/namespace-of';
import { answerAll, type Destination, type Reason, type Share, sharesByWeight } from '../answer';
import type { KnownServices } from '../known-services';
import type { HttpRoute, HttpRouteRule } from './http-route';

/** Who gets what a rule takes, by the weights of its backends. */
export interface GatewayBackends {
  readonly shares: readonly Share[];
  readonly why: readonly Reason[];
}

/** What references are held against. */
export interface GatewayReferences {
  readonly services: KnownServices;
  readonly manifests: readonly Manifest[];
}

/**
 * The division of a rule: a reference that does not hold gets its part as 500, a Service without Pods as 503.
 *
 * @source sigs.k8s.io/gateway-api@1.6.3 apis/v1/httproute_types.go HTTPRouteRule.backendRefs, shared_types.go BackendRef.weight
 */
export function gatewayBackends(
  route: HttpRoute,
  { backendRefs }: HttpRouteRule,
  references: GatewayReferences,
): GatewayBackends {
  const why: Reason[] = [];
  const weighted = backendRefs.map((ref) => {
    const { to, text } = destinationOf(route, ref, references);
    const weight = manifestField(ref, 'weight');
    if (text !== undefined) why.push({ object: route.title, verdict: 'takes', text });
    return { weight: typeof weight === 'number' ? weight : 1, shares: answerAll(to, []).shares };
  });
  const shares = sharesByWeight(weighted);
  if (shares.length > 0) return { shares, why };
  const text = backendRefs.length === 0 ? 'the rule has no backend' : 'all weights are 0';
  return answerAll({ status: 500 }, [...why, { object: route.title, verdict: 'takes', text }]);
}

interface Resolved {
  readonly to: Destination;
  /** Why it is none of the Services. */
  readonly text?: string;
}

function destinationOf(route: HttpRoute, ref: unknown, references: GatewayReferences): Resolved {
  const service = manifestFieldText(ref, 'name') ?? '';
  const namespace = manifestFieldText(ref, 'namespace') ?? route.namespace;
  const port = Number(manifestField(ref, 'port') ?? 0);
  const to = { namespace, service, port };
  const broken = (text: string) => ({ to: { status: 500 }, text: `${namespace}/${service}: ${text}` });
  const kind = manifestFieldText(ref, 'kind') ?? 'Service';
  if (kind !== 'Service' || manifestFieldText(ref, 'group') !== undefined) return broken(`is a ${kind}, not a Service`);
  if (namespace !== route.namespace && !isGranted(route, { namespace, service }, references.manifests))
    return broken('no ReferenceGrant lets routes of another namespace send to it');
  if (port === 0) return broken('has no port');
  if (references.services.isExternal(to)) return broken('is an ExternalName, which implementations need not take');
  const state = references.services.stateOf(to);
  if (state === 'missing') return broken(`is not there, or has no port ${port}`);
  if (state === 'empty') return { to: { status: 503 }, text: `${namespace}/${service}: has no endpoints` };
  return { to };
}

interface Target {
  readonly namespace: string;
  readonly service: string;
}

/** @source sigs.k8s.io/gateway-api@1.6.3 apis/v1beta1/referencegrant_types.go */
function isGranted(route: HttpRoute, { namespace, service }: Target, manifests: readonly Manifest[]): boolean {
  return manifests.some((grant) => {
    if (grant.kind !== 'ReferenceGrant' || namespaceOf(grant) !== namespace) return false;
    const from = manifestFieldList(grant, 'spec.from').some(
      (one) => manifestField(one, 'kind') === 'HTTPRoute' && manifestField(one, 'namespace') === route.namespace,
    );
    const to = manifestFieldList(grant, 'spec.to').some((one) => {
      const name = manifestFieldText(one, 'name');
      return manifestField(one, 'kind') === 'Service' && (name === undefined || name === service);
    });
    return from && to;
  });
}
