import type { Manifest } from '../../kubernetes/manifest';
import { type Answer, placeOfShare } from './answer';
import type { HttpRequest } from './http-request';
import type { Provider } from './providers';
import { representativeRequests } from './representative-requests';
import { routerOf } from './router-of';

/** Some manifests, and the proxy that reads them. */
export interface Dialect {
  readonly manifests: readonly Manifest[];
  readonly provider: Provider;
}

/** A request that two dialects answer differently. */
export interface Disagreement {
  readonly request: HttpRequest;
  readonly answers: readonly [Answer, Answer];
}

/** What a comparison came to. */
export interface SameAnswer {
  /** Requests that were tried. */
  readonly tried: number;
  /** None where the two dialects mean the same. */
  readonly disagreements: readonly Disagreement[];
}

/**
 * Whether two dialects cover the same hosts and paths and give every request the same answer: by requests that stand for
 * all that either of them tells apart. Sessions are left out: dialects keep them differently.
 *
 * @param schemes how each request is sent
 * @example sameAnswer({ manifests, provider: 'ingress-nginx' }, { manifests, provider: 'gateway-api' }).disagreements
 * @throws Error where the routes tell too many requests apart
 */
export function sameAnswer(
  one: Dialect,
  other: Dialect,
  schemes: readonly NonNullable<HttpRequest['scheme']>[] = ['http'],
): SameAnswer {
  const [first, second] = [routerOf(one.manifests, one.provider), routerOf(other.manifests, other.provider)];
  const requests = representativeRequests([first.words, second.words]).flatMap((request) =>
    schemes.map((scheme) => ({ ...request, scheme })),
  );
  const disagreements = requests.flatMap((request) => {
    const answers = [first.route(request), second.route(request)] as const;
    return meaningOf(answers[0]) === meaningOf(answers[1]) ? [] : [{ request, answers }];
  });
  return { tried: requests.length, disagreements };
}

/** Who gets how much, whatever the reasons and their order; what may be either of two is never the same as anything. */
function meaningOf({ shares, why }: Answer): string {
  const open = why.some(({ verdict }) => verdict === 'either') ? 'either ' : '';
  return (
    open +
    shares
      .map((share) => `${placeOfShare(share)} ${share.part.part}/${share.part.of}`)
      .sort()
      .join(', ')
  );
}
