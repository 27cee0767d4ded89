import type { Manifest } from '../../../kubernetes/manifest';
import { type Answer, answerAll, type Reason } from '../answer';
import { type Asked, askedBy } from '../asked';
import { knownServices } from '../known-services';
import type { Router } from '../router';
import { type GatewayReferences, gatewayBackends } from './gateway-backends';
import { type GatewayCandidate, gatewayCandidates, isForHost } from './gateway-candidate';
import { gatewayWords } from './gateway-words';
import { httpRoutes } from './http-route';

/**
 * Gateway API as its standard has it: the HTTPRoutes of all Gateways together, with the order of precedence that it sets.
 * Implementations differ from it: see `traefikGatewayApi`.
 *
 * @source sigs.k8s.io/gateway-api@1.6.3 apis/v1/httproute_types.go HTTPRouteRule.matches
 */
export function gatewayApi(manifests: readonly Manifest[]): Router {
  const routes = httpRoutes(manifests);
  const candidates = gatewayCandidates(routes);
  const references = { services: knownServices(manifests), manifests };
  return {
    words: gatewayWords(routes),
    route: (request) => answer(askedBy(request), candidates, references),
  };
}

function answer(asked: Asked, candidates: readonly GatewayCandidate[], references: GatewayReferences): Answer {
  const own = candidates.filter((one) => isForHost(one, asked));
  const at = own.findIndex(({ condition }) => condition(asked));
  const taken = own[at];
  const passed = own.slice(0, taken ? at : undefined).map((one): Reason => ({ ...reasonOf(one), verdict: 'passes' }));
  if (!taken) {
    const text = own.length === 0 ? 'no HTTPRoute has the host' : 'no rule of the host matches';
    return answerAll({ status: 404 }, [...passed, { object: 'Gateway API', verdict: 'takes', text }]);
  }
  const why = [...passed, reasonOf(taken)];
  const { redirect } = taken.rule;
  if (redirect !== undefined) {
    const text = 'filter RequestRedirect: the Gateway answers itself';
    return answerAll({ status: redirect }, [...why, { object: taken.route.title, verdict: 'takes', text }]);
  }
  const sent = gatewayBackends(taken.route, taken.rule, references);
  return { shares: sent.shares, why: [...why, ...sent.why] };
}

function reasonOf({ route, text }: GatewayCandidate): Reason {
  return { object: route.title, verdict: 'takes', text };
}
