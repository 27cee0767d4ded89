import { Construct } from 'constructs';
import type { IngressDialect, Transition } from '../../kubernetes/ingress-provider';
import type { TrafficIntent } from './traffic-intent';
import type { TrafficProvider } from './traffic-provider';

/** Kinds that two dialects may both say hosts by: their objects must differ in name then. */
const KINDS: Readonly<Record<IngressDialect['provider'], string>> = {
  'ingress-nginx': 'Ingress',
  alb: 'Ingress',
  'gateway-api': 'HTTPRoute',
  traefik: 'IngressRoute',
  istio: 'VirtualService',
};

/** The same intent in two dialects. What either of them cannot do is refused: both are to give every request one answer. */
export function transition(
  { from, to }: Transition,
  of: (dialect: IngressDialect) => TrafficProvider,
): TrafficProvider {
  const sides = [from, to].map((dialect) => ({
    provider: of(dialect),
    toward: (all: TrafficIntent) => toward(dialect, all),
  }));
  const suffix = KINDS[from.provider] === KINDS[to.provider] ? '-next' : '';
  return {
    refusals: (intent) => [
      ...sides.flatMap((side) => side.provider.refusals(side.toward(intent))),
      ...(intent.canary?.weightPercent === 'stepped'
        ? [{ prop: 'canary.weightPercent', got: 'stepped', ...ONE_ROUTER }]
        : []),
    ],
    define: (scope, name, intent) => {
      return sides.flatMap((side, at) => {
        const place = at === 0 ? scope : new Construct(scope, 'Next');
        return side.provider.define(place, at === 0 ? name : name + suffix, side.toward(intent));
      });
    },
    conflicts: (own, intent) => sides.flatMap((side) => side.provider.conflicts(own, side.toward(intent))),
  };
}

/** The controller would step both, one after the other, and a step of which one fails leaves them apart. */
const ONE_ROUTER = {
  rule: 'must not be stepped during a transition: both dialects are to give one answer',
  mend: 'release by weight until the transition is over',
};

/**
 * An intent as one side is told it. A Gateway has the certificates of its hosts itself, and where they are given for the other
 * side, plain HTTP is redirected there of itself.
 */
function toward({ provider }: IngressDialect, intent: TrafficIntent): TrafficIntent {
  if (provider !== 'gateway-api' && provider !== 'istio') return intent;
  if (intent.tlsSecret === undefined) return intent;
  const plainHttp = provider === 'istio' ? undefined : (intent.plainHttp ?? 'redirect');
  return { ...intent, tlsSecret: undefined, plainHttp };
}
