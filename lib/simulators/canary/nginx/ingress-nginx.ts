import type { Manifest } from '../../../kubernetes/manifest';
import { type Answer, answerAll, type Reason, sharesByWeight } from '../answer';
import { type Asked, askedBy } from '../asked';
import { hostMatches } from '../host-matches';
import { ingressesFor, oldestIngressFirst } from '../ingress';
import { type KnownServices, knownServices } from '../known-services';
import type { Router } from '../router';
import { ingressWords } from './ingress-words';
import { mergeNginxCanaries } from './merge-nginx-canaries';
import { type ReadNginxCanary, readNginxCanary } from './nginx-canary';
import {
  blockThatTakes,
  lacksItsSlash,
  type NginxLocationBlock,
  nginxLocationBlocks,
  normalizedPath,
} from './nginx-location-block';
import { nginxRedirect } from './nginx-redirect';
import { isCatchAll, type NginxLocation, type NginxServer, nginxServers } from './nginx-server';
import { type NginxUpstream, nginxUpstreams } from './nginx-upstream';
import { routeToAlternativeBalancer } from './route-to-alternative-balancer';

/** A server with its location blocks made. */
interface Site {
  readonly server: NginxServer;
  readonly blocks: readonly NginxLocationBlock[];
}

/** Everything that a request is held against. */
interface Configuration {
  readonly sites: ReadonlyMap<string, Site>;
  readonly services: KnownServices;
  /** What was said of canaries when they were read, by the title of their Ingress. */
  readonly remarks: readonly Reason[];
}

/**
 * ingress-nginx itself, v1.15: its Ingresses, their annotations for canaries and redirects, and the order in which nginx
 * takes hosts and paths.
 *
 * @source kubernetes/ingress-nginx@dbb11b9 internal/ingress/controller/controller.go getBackendServers
 */
export function ingressNginx(manifests: readonly Manifest[]): Router {
  const ingresses = oldestIngressFirst(ingressesFor('nginx', manifests)).map((ingress) => {
    const read = readNginxCanary(ingress);
    return { ingress, canary: read.canary, bad: read.bad };
  });
  const upstreams = nginxUpstreams(ingresses);
  const servers = nginxServers(ingresses, upstreams);
  const canaries = ingresses.filter(({ canary }) => canary);
  const merged = canaries.length < ingresses.length ? mergeNginxCanaries(canaries, { servers, upstreams }) : [];
  const sites = new Map([...servers].map(([host, server]) => [host, { server, blocks: nginxLocationBlocks(server) }]));
  const remarks = [...ingresses.flatMap(badValues), ...merged];
  const configuration: Configuration = { sites, services: knownServices(manifests), remarks };
  return {
    words: ingressWords(ingresses),
    route: (request) => answer(askedBy(request), configuration),
  };
}

function badValues({
  ingress,
  bad,
}: { readonly ingress: { readonly title: string } } & Pick<ReadNginxCanary, 'bad'>): Reason[] {
  return bad.map((text) => ({ object: ingress.title, verdict: 'ignored', text }));
}

function answer(asked: Asked, { sites, services, remarks }: Configuration): Answer {
  const { server, blocks } = siteOf(asked.host, sites);
  const path = normalizedPath(asked.path);
  if (lacksItsSlash(blocks, path)) {
    const text = `there is a path ${path}/, and nginx sends ${path} there`;
    return answerAll({ status: 301 }, [{ object: 'ingress-nginx', verdict: 'takes', text }]);
  }
  const block = blockThatTakes(blocks, path);
  const { location } = block ?? {};
  const host = isCatchAll(server) ? 'no Ingress has the host' : `host ${server.host}`;
  if (!block || !location?.upstream) {
    const passed = server.locations.flatMap((one) => passedOver(one, location));
    const text = `${host}: ${isCatchAll(server) ? 'there is no default backend' : 'no path matches'}`;
    return answerAll({ status: 404 }, [...passed, { object: 'ingress-nginx', verdict: 'takes', text }, ...remarks]);
  }
  const took: Reason = {
    object: location.ingress?.title ?? 'ingress-nginx',
    verdict: 'takes',
    text: `${host}, ${wordsOf(block)}`,
  };
  const redirect = nginxRedirect(location, server, asked);
  if (redirect) return answerAll(redirect.to, [took, redirect.reason]);
  const sent = balance(location.upstream, asked, services);
  return { shares: sent.shares, why: [took, ...sent.why, ...remarks.filter((one) => isNear(one, location))] };
}

/** Remarks on the Ingresses of other hosts are of no interest; those on canaries of the same namespace may be. */
function isNear({ object }: Reason, { ingress }: NginxLocation): boolean {
  return object.startsWith(`Ingress ${ingress?.namespace}/`);
}

/** An exact host, else one with a wildcard, which stands for one label, else all the rest. */
function siteOf(host: string, sites: Configuration['sites']): Site {
  const all = [...sites.values()];
  const found =
    sites.get(host) ??
    all.find(({ server }) => server.aliases.some((alias) => hostMatches(alias, host, 'any-depth'))) ??
    all.find(({ server }) => server.host.startsWith('*.') && hostMatches(server.host, host, 'one-label')) ??
    all.find(({ server }) => isCatchAll(server));
  if (!found) throw new Error('there is no server for every host');
  return found;
}

function passedOver(one: NginxLocation, taken: NginxLocation | undefined): Reason[] {
  if (one === taken || !one.ingress || one.isDefault) return [];
  return [{ object: one.ingress.title, verdict: 'passes', text: `path ${one.path} (${one.pathType}): does not match` }];
}

function wordsOf({ location, kind, path }: NginxLocationBlock): string {
  if (location.isDefault) return 'no path matches: its default backend';
  const as = {
    exact: 'matches',
    prefix: 'matches',
    expression: `matches as the expression ^${path}, whatever the case`,
  };
  return `path ${location.path} (${location.pathType}) ${as[kind]}`;
}

function balance(upstream: NginxUpstream, asked: Asked, services: KnownServices): Answer {
  const to = services.byNumber(upstream.backend);
  if (services.stateOf(upstream.backend) !== 'ready') {
    const text = `Service ${to.service} has no endpoints: 503, whatever its canary has`;
    return answerAll({ status: 503 }, [{ object: `Service ${to.namespace}/${to.service}`, verdict: 'takes', text }]);
  }
  const [first, ...others] = upstream.alternatives;
  const late = others.map(({ shaping }): Reason => {
    return {
      object: shaping?.ingress.title ?? '',
      verdict: 'ignored',
      text: 'another canary of the Service is older, and only one counts',
    };
  });
  if (!first || !isShaped(first)) return answerAll(to, late);
  const canary = services.byNumber(first.backend);
  if (services.stateOf(first.backend) !== 'ready') {
    const text = `canary Service ${canary.service} has no endpoints: the stable one answers`;
    return answerAll(to, [{ object: first.shaping.ingress.title, verdict: 'passes', text }, ...late]);
  }
  const { part, why } = routeToAlternativeBalancer(upstream, first, asked);
  const weights = [
    { weight: part.of - part.part, shares: answerAll(to, []).shares },
    { weight: part.part, shares: answerAll(canary, []).shares },
  ];
  return { shares: sharesByWeight(weights), why: [...why, ...late] };
}

function isShaped(
  upstream: NginxUpstream,
): upstream is NginxUpstream & { shaping: NonNullable<NginxUpstream['shaping']> } {
  return upstream.shaping !== undefined;
}
