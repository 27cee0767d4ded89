import { type Answer, answerAll, placeOfShare, type Reason } from '../answer';
import { type Asked, askedBy } from '../asked';
import type { Router } from '../router';
import { compiledRule, type Rule } from './rule';
import type { TraefikRouter } from './traefik-router';
import { traefikShares } from './traefik-service';
import { traefikWords } from './traefik-words';

/** A router whose rule is compiled, with the priority that it comes to. */
interface Compiled extends TraefikRouter {
  readonly compiled: Rule;
  readonly priority: number;
}

/**
 * Traefik's own order: the router of the highest priority whose rule takes the request gets it. Which of two with the same
 * priority is asked first is nobody's to know: it may change each time that Traefik reads its configuration.
 *
 * @param remarks on objects that came to no router
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/muxer/http/mux.go ServeHTTP, GetRulePriority
 */
export function traefikMuxer(routers: readonly TraefikRouter[], remarks: readonly Reason[] = []): Router {
  const compiled: Compiled[] = [];
  const broken: Reason[] = [...remarks];
  for (const router of routers) {
    const rule = compiledRule(router.rule);
    if (typeof rule === 'string')
      broken.push({ object: router.object, verdict: 'ignored', text: `${router.place}: ${rule}` });
    else compiled.push({ ...router, compiled: rule, priority: router.priority || lengthOf(router.rule) });
  }
  compiled.sort((one, other) => other.priority - one.priority);
  return {
    words: traefikWords(compiled.map((one) => one.compiled)),
    route: (request) => {
      const asked = askedBy(request);
      return answer({ ...asked, path: routingPath(asked.path) }, compiled, broken);
    },
  };
}

/** Go counts the bytes of a rule. */
function lengthOf(rule: string): number {
  return new TextEncoder().encode(rule).length;
}

function answer(asked: Asked, routers: readonly Compiled[], broken: readonly Reason[]): Answer {
  const own = routers.filter(({ scheme }) => scheme === 'both' || scheme === asked.scheme);
  const taken = own.find(({ compiled }) => compiled.matches(asked));
  const passed = (taken ? own.slice(0, own.indexOf(taken)) : own)
    .filter(({ compiled }) => compiled.isForHost(asked))
    .map((one): Reason => ({ ...reasonOf(one), verdict: 'passes' }));
  if (!taken) {
    const text = passed.length === 0 ? 'no rule has the host' : 'no rule of the host matches';
    return answerAll({ status: 404 }, [...passed, { object: 'Traefik', verdict: 'takes', text }, ...broken]);
  }
  const sent = destinationsOf(taken, asked);
  const rivals = own.filter((one) => one !== taken && one.priority === taken.priority && one.compiled.matches(asked));
  const either = rivals
    .filter((one) => placesOf(destinationsOf(one, asked)) !== placesOf(sent))
    .map((one): Reason => ({ ...reasonOf(one), verdict: 'either' }));
  return { shares: sent.shares, why: [...passed, reasonOf(taken), ...sent.why, ...either] };
}

function destinationsOf({ redirect, service, object }: Compiled, asked: Asked): Answer {
  const status = redirect?.(asked);
  if (status === undefined) return { shares: traefikShares(service, asked.session), why: [] };
  return answerAll({ status }, [{ object, verdict: 'takes', text: 'a middleware redirects' }]);
}

function placesOf({ shares }: Answer): string {
  return shares
    .map((share) => `${placeOfShare(share)} ${share.part.part}/${share.part.of}`)
    .sort()
    .join();
}

function reasonOf({ object, place, rule, priority }: Compiled): Reason {
  return { object, verdict: 'takes', text: `${place}, priority ${priority}: ${rule}` };
}

/** Signs that keep their meaning only as long as they are written as numbers. */
const RESERVED = /^%(3A|2F|3F|23|5B|5D|40|21|24|26|27|28|29|2A|2B|2C|3B|3D|25)$/;

/**
 * The path that rules are held against: without empty and dotted segments, with all signs decoded that mean nothing.
 *
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/muxer/http/mux.go withRoutingPath, pkg/server/server_entrypoint_tcp.go sanitizePath
 */
function routingPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/').slice(1)) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  const folder = path.endsWith('/') && segments.length > 0 ? '/' : '';
  return `/${segments.join('/')}${folder}`.replace(/(?:%[0-9A-Fa-f]{2})+/g, decodedSigns);
}

function decodedSigns(signs: string): string {
  const kept = signs.replace(/%../g, (sign) => (RESERVED.test(sign) ? `%25${sign.slice(1)}` : sign));
  try {
    return decodeURIComponent(kept);
  } catch {
    return signs;
  }
}
