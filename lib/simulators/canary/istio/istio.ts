import type { Manifest } from '../../../kubernetes/manifest';
import { manifestField, manifestFieldList } from '../../../kubernetes/manifest-field';
import { type Answer, answerAll, type Reason, sharesByWeight } from '../answer';
import { type Asked, askedBy } from '../asked';
import { hostMatches } from '../host-matches';
import { type KnownServices, knownServices } from '../known-services';
import type { Router } from '../router';
import { istioDestination } from './istio-destination';
import { istioWords } from './istio-words';
import { type IstioRoute, type VirtualService, virtualServices } from './virtual-service';

/**
 * Istio: the VirtualServices with the most exact host, and of their routes the first in the list that matches. Several
 * VirtualServices of one host are taken in the order in which they were read, which Istio leaves open.
 *
 * @source istio.io/api@1.31.1 networking/v1/virtual_service.proto VirtualService, HTTPRoute
 */
export function istio(manifests: readonly Manifest[]): Router {
  const all = virtualServices(manifests);
  const services = knownServices(manifests);
  return { words: istioWords(all), route: (request) => answer(askedBy(request), all, services) };
}

interface Candidate extends IstioRoute {
  readonly owner: VirtualService;
}

function answer(asked: Asked, all: readonly VirtualService[], services: KnownServices): Answer {
  const hosts = all.flatMap(({ hosts: own }) => own).filter((host) => hostMatches(host, asked.host, 'any-depth'));
  const best = hosts.reduce<string | undefined>(
    (one, other) => (one === undefined || isCloser(other, one) ? other : one),
    undefined,
  );
  const routes = all
    .filter(({ hosts: own }) => best !== undefined && own.includes(best))
    .flatMap((owner) => owner.routes.map((route): Candidate => ({ ...route, owner })));
  const at = routes.findIndex(
    ({ conditions }) => conditions.length === 0 || conditions.some(({ holds }) => holds(asked)),
  );
  const taken = routes[at];
  const passed = routes
    .slice(0, taken ? at : undefined)
    .map((one): Reason => ({ ...reasonOf(one), verdict: 'passes' }));
  if (!taken) {
    const text = best === undefined ? 'no VirtualService has the host' : 'no route of the host matches';
    return answerAll({ status: 404 }, [...passed, { object: 'Istio', verdict: 'takes', text }]);
  }
  const sent = destinationsOf(taken, services);
  return { shares: sent.shares, why: [...passed, reasonOf(taken), ...sent.why] };
}

/** A host without a star counts before one with it, and a longer one before a shorter. */
function isCloser(one: string, other: string): boolean {
  const rank = (host: string) => (host.startsWith('*') ? 0 : 1000) + host.length;
  return rank(one) > rank(other);
}

function destinationsOf({ route, owner, place }: Candidate, services: KnownServices): Answer {
  const own = (status: number, text: string): Answer =>
    answerAll({ status }, [{ object: owner.title, verdict: 'takes', text: `${place}: ${text}` }]);
  const redirect = manifestField(route, 'redirect');
  if (redirect !== undefined) return own(Number(manifestField(redirect, 'redirectCode') ?? 301), 'redirect');
  const direct = manifestField(route, 'directResponse.status');
  if (direct !== undefined) return own(Number(direct), 'directResponse');
  const destinations = manifestFieldList(route, 'route');
  if (destinations.length === 0) return own(404, 'no destination');
  const why: Reason[] = [];
  const weighted = destinations.map((one) => {
    const { to, state } = istioDestination(manifestField(one, 'destination'), owner.namespace, services);
    const weight = manifestField(one, 'weight');
    if (state !== 'ready')
      why.push({
        object: owner.title,
        verdict: 'takes',
        text: `${place}: ${to.namespace}/${to.service} has no endpoints`,
      });
    const shares = answerAll(state === 'ready' ? to : { status: 503 }, []).shares;
    // one alone gets all, whatever it says
    return { weight: destinations.length === 1 ? 1 : typeof weight === 'number' ? weight : 0, shares };
  });
  const shares = sharesByWeight(weighted);
  return shares.length > 0 ? { shares, why } : own(503, 'all weights are 0');
}

function reasonOf({ owner, place, conditions }: Candidate): Reason {
  const text = conditions.map((one) => one.text).join('; or ') || 'everything';
  return { object: owner.title, verdict: 'takes', text: `${place}: ${text}` };
}
