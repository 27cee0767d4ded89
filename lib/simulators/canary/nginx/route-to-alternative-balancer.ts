import type { Reason } from '../answer';
import type { Asked } from '../asked';
import { type Fraction, fraction } from '../fraction';
import { patternFinds } from './nginx-canary';
import type { NginxUpstream } from './nginx-upstream';

/** The part of a request's like that the canary gets: all, none, or its weight; and why. */
export interface Alternative {
  readonly part: Fraction;
  readonly why: readonly Reason[];
}

const ALL = fraction(1, 1);
const NONE = fraction(0, 1);

/** Verdict of one rule; nothing where the next one is asked. */
type Verdict = { readonly part?: Fraction; readonly text: string };

/**
 * Whether a request goes to the canary of an upstream that has one: by session, header, cookie, then weight.
 *
 * @source kubernetes/ingress-nginx@dbb11b9 rootfs/etc/nginx/lua/balancer.lua route_to_alternative_balancer
 */
export function routeToAlternativeBalancer(
  primary: NginxUpstream,
  alternative: NginxUpstream & { readonly shaping: NonNullable<NginxUpstream['shaping']> },
  asked: Asked,
): Alternative {
  const why: Reason[] = [];
  const { ingress, canary } = alternative.shaping;
  const rules = [
    () => bySession(primary, alternative, asked),
    () => byHeader(canary, asked),
    () => byCookie(canary, asked),
  ];
  for (const rule of rules) {
    const verdict = rule();
    if (!verdict) continue;
    why.push({ object: ingress.title, verdict: verdict.part ? 'takes' : 'passes', text: verdict.text });
    if (verdict.part) return { part: verdict.part, why };
  }
  const total = Math.max(canary.weightTotal, 100);
  const weight = Math.min(Math.max(canary.weight, 0), total);
  const text = `canary-weight ${canary.weight} of ${total}${canary.weightTotal < 100 ? ' (a smaller canary-weight-total is 100)' : ''}`;
  why.push({ object: ingress.title, verdict: 'takes', text });
  return { part: fraction(weight, total), why };
}

function bySession(primary: NginxUpstream, alternative: NginxUpstream, { session }: Asked): Verdict | undefined {
  if (session === undefined) return undefined;
  const holds = ({ affinity, backend }: NginxUpstream) =>
    affinity === 'cookie' && session === `${backend.namespace}/${backend.service}`;
  if (holds(primary)) return { part: NONE, text: `session cookie of the stable ${session}: no canary rule is asked` };
  return holds(alternative)
    ? { part: ALL, text: `session cookie of the canary ${session}: no canary rule is asked` }
    : undefined;
}

type Canary = NonNullable<NginxUpstream['shaping']>['canary'];

function byHeader(canary: Canary, { headers }: Asked): Verdict | undefined {
  const { header, headerValue } = canary;
  if (header === '') return undefined;
  const sent = headers.get(header.toLowerCase());
  const name = `canary-by-header ${header}`;
  if (sent === undefined) return { text: `${name}: not sent` };
  if (headerValue !== '') {
    const is = sent === headerValue;
    return {
      part: is ? ALL : undefined,
      text: `${name}: ${quoted(sent)} is ${is ? '' : 'not '}${quoted(headerValue)}`,
    };
  }
  return canary.headerPattern === '' ? alwaysOrNever(name, sent) : byPattern(canary, sent);
}

function byPattern(canary: Canary, sent: string): Verdict {
  const { header, headerPattern } = canary;
  const name = `canary-by-header ${header}`;
  const finds = patternFinds(canary);
  if (!finds) return { part: NONE, text: `${name}: pattern ${headerPattern} is broken, so the stable answers at once` };
  const found = finds(sent);
  return {
    part: found ? ALL : undefined,
    text: `${name}: ${quoted(sent)} ${found ? 'has' : 'has not'} ${headerPattern}`,
  };
}

function byCookie({ cookie }: Canary, { cookies }: Asked): Verdict | undefined {
  if (cookie === '') return undefined;
  const name = `canary-by-cookie ${cookie}`;
  const sent = [...cookies].find(([own]) => own.toLowerCase() === cookie.toLowerCase())?.[1];
  return sent === undefined ? { text: `${name}: not sent` } : alwaysOrNever(name, sent);
}

function alwaysOrNever(name: string, sent: string): Verdict {
  if (sent === 'always') return { part: ALL, text: `${name}: "always"` };
  return sent === 'never'
    ? { part: NONE, text: `${name}: "never"` }
    : { text: `${name}: ${quoted(sent)} is neither "always" nor "never"` };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
