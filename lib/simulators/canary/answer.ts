import { type Fraction, fraction, product, sum } from './fraction';

/** A Service that answers. */
export interface BackendService {
  readonly namespace: string;
  readonly service: string;
  /** Its number, or its name where no Service says which number that is. */
  readonly port: number | string;
  /**
   * Those of its Pods that a DestinationRule of Istio calls so.
   *
   * @default - all
   */
  readonly subset?: string;
}

/** The proxy itself answers: it has no route (404), no Pod to send to (503), a broken reference (500), or a redirect. */
export interface ProxyStatus {
  readonly status: number;
}

/** Who answers. */
export type Destination = BackendService | ProxyStatus;

/** Who gets a part of such requests. */
export interface Share {
  readonly to: Destination;
  readonly part: Fraction;
}

/** One step on the way to an answer: an object, and what it has to say of the request. */
export interface Reason {
  /** Object that says it: `Ingress prod/hello-canary`. */
  readonly object: string;
  /**
   * `takes`: it decides. `passes`: it was asked, and is not for this request. `ignored`: the proxy does not look at it.
   * `either`: nothing says whether it is asked before the one that takes.
   */
  readonly verdict: 'takes' | 'passes' | 'ignored' | 'either';
  readonly text: string;
}

/** Who gets a request, and why. */
export interface Answer {
  /** One that gets all such requests, or several that divide them; together they are all. No two go to the same place. */
  readonly shares: readonly Share[];
  /** In the order in which it was asked. */
  readonly why: readonly Reason[];
}

/** All such requests go to one place. */
export function answerAll(to: Destination, why: readonly Reason[]): Answer {
  return { shares: [{ to, part: fraction(1, 1) }], why };
}

/** Requests are divided by weights; a weight of 0 gets nothing. Nothing where all weights are 0. */
export function sharesByWeight(
  weighted: readonly { readonly weight: number; readonly shares: readonly Share[] }[],
): Share[] {
  const total = weighted.reduce((all, { weight }) => all + Math.max(weight, 0), 0);
  const parts = weighted
    .filter(({ weight }) => weight > 0)
    .flatMap(({ weight, shares }) =>
      shares.map(({ to, part }) => ({ to, part: product(part, fraction(weight, total)) })),
    );
  return mergedShares(parts);
}

/** Where a share goes, as one writes it: `prod/hello:80`, `404`. */
export function placeOfShare({ to }: Pick<Share, 'to'>): string {
  if ('status' in to) return String(to.status);
  const subset = to.subset === undefined ? '' : ` (${to.subset})`;
  return `${to.namespace}/${to.service}:${to.port}${subset}`;
}

function mergedShares(parts: readonly Share[]): Share[] {
  const byPlace = new Map<string, Share>();
  for (const share of parts) {
    const place = placeOfShare(share);
    const known = byPlace.get(place);
    byPlace.set(place, known ? { ...share, part: sum(known.part, share.part) } : share);
  }
  return [...byPlace.values()];
}
