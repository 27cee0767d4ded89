import { Duration } from 'cdk8s';
import { CanaryIngress } from '../../../lib/constructs/traffic/canary-ingress';
import type { CanaryRule } from '../../../lib/constructs/traffic/traffic-intent';
import type { IngressDialect } from '../../../lib/kubernetes/ingress-provider';
import { testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import * as samples from '../../support/samples';

const { alb, gateway, istio, nginx, traefik } = samples;

/** Gateway API with nothing but its core. */
const core: IngressDialect = { ...gateway, headerRegularExpressions: false };
const DIALECTS: Readonly<Record<string, IngressDialect>> = { nginx, alb, traefik, gateway, core, istio };

const EVERYWHERE = {};
const NO_PAIR = 'rules: invalid value';
const ORDER =
  'must be one header, one cookie, or a header and then a cookie for ingress-nginx, which has no other order';
const VALUE = 'needs a value for alb, which matches headers by one value alone';
const EXPRESSIONS = 'needs header regular expressions, which Gateway API leaves to the implementation';
const NEVER = 'must not be given beside weightPercent for alb, which does not know "never"';
const LAST = 'must come last for alb, which does not know "never" and asks the next rule';

const plain: CanaryRule = { header: 'X-Group' };
const value: CanaryRule = { header: 'X-Group', value: 'beta' };
const other: CanaryRule = { header: 'X-Group', value: 'gamma' };
const pattern: CanaryRule = { header: 'X-Group', pattern: 'be.a' };
const cookie: CanaryRule = { cookie: 'group' };

/*
 * Every kind of rule, pairs of them, and the weight, times every dialect: what is not named is taken.
 *
 * ingress-nginx@dbb11b9 rootfs/etc/nginx/lua/balancer.lua route_to_alternative_balancer, internal/ingress/annotations/canary/main.go
 * alibaba-load-balancer-controller@c9b32db pkg/controller/ingress/reconcile/builder/albconfig_manager/model_build_listener_rules.go
 * Gateway API 1.7 apis/v1/httproute_types.go HTTPHeaderMatch: Exact is Core, RegularExpression implementation-specific
 */
test.each`
  feature                         | rules                     | weightPercent | refused
  ${'weight'}                     | ${[]}                     | ${10}         | ${EVERYWHERE}
  ${'weight of nobody'}           | ${[]}                     | ${0}          | ${EVERYWHERE}
  ${'weight of everybody'}        | ${[]}                     | ${100}        | ${EVERYWHERE}
  ${'weight of a larger total'}   | ${[]}                     | ${0.5}        | ${{ alb: 'weightPercent: invalid value 0.5: must be a whole number for alb, which has no canary-weight-total' }}
  ${'header always and never'}    | ${[plain]}                | ${undefined}  | ${{ alb: `rules[0].header: invalid value "X-Group": ${VALUE}` }}
  ${'header value'}               | ${[value]}                | ${undefined}  | ${EVERYWHERE}
  ${'header pattern'}             | ${[pattern]}              | ${undefined}  | ${{ alb: `rules[0].pattern: invalid value "be.a": ${VALUE}`, core: `rules[0].pattern: invalid value "be.a": ${EXPRESSIONS}` }}
  ${'cookie'}                     | ${[cookie]}               | ${undefined}  | ${{ core: `rules[0].cookie: invalid value "group": ${EXPRESSIONS}` }}
  ${'value, then weight'}         | ${[value]}                | ${10}         | ${EVERYWHERE}
  ${'always, then weight'}        | ${[plain]}                | ${10}         | ${{ alb: `rules[0].header: invalid value "X-Group": ${VALUE}` }}
  ${'cookie, then weight'}        | ${[cookie]}               | ${10}         | ${{ alb: `rules[0].cookie: invalid value "group": ${NEVER}`, core: `rules[0].cookie: invalid value "group": ${EXPRESSIONS}` }}
  ${'value, then cookie'}         | ${[value, cookie]}        | ${undefined}  | ${{ core: `rules[1].cookie: invalid value "group": ${EXPRESSIONS}` }}
  ${'cookie, then value'}         | ${[cookie, value]}        | ${undefined}  | ${{ nginx: `${NO_PAIR} "cookie, header": ${ORDER}`, alb: `rules[0].cookie: invalid value "group": ${LAST}`, core: `rules[0].cookie: invalid value "group": ${EXPRESSIONS}` }}
  ${'two values of a header'}     | ${[value, other]}         | ${undefined}  | ${{ nginx: `${NO_PAIR} "header, header": ${ORDER}` }}
  ${'always, then a value'}       | ${[plain, value]}         | ${undefined}  | ${{ nginx: `${NO_PAIR} "header, header": ${ORDER}`, alb: `rules[0].header: invalid value "X-Group": ${VALUE}` }}
  ${'two values, cookie, weight'} | ${[value, other, cookie]} | ${0}          | ${{ nginx: `${NO_PAIR} "header, header, cookie": ${ORDER}`, core: `rules[2].cookie: invalid value "group": ${EXPRESSIONS}` }}
`('$feature', ({ rules, weightPercent, refused }) => {
  const verdicts = Object.entries(DIALECTS).map(([name, via]) => [name, refusal(via, rules, weightPercent)]);
  expect(Object.fromEntries(verdicts)).toEqual({
    ...Object.fromEntries(Object.keys(DIALECTS).map((name) => [name, 'nothing refused'])),
    ...Object.fromEntries(
      Object.entries(refused).map(([name, sentence]) => [name, `ProviderRefuses [test/Front] canary.${sentence}`]),
    ),
  });
});

function refusal(
  via: IngressDialect,
  rules: readonly CanaryRule[],
  weightPercent?: number,
  props: object = {},
): string {
  const canary = { rules, weightPercent, backend: { service: 'orders-next', port: 8002 } };
  const stable = { service: 'orders', port: 8001 };
  const make = () =>
    new CanaryIngress(testChart(), 'Front', { via, hosts: ['orders.shop.test'], stable, canary, ...props });
  return refusalOf(make);
}

const header = (text: object): CanaryRule[] => [{ header: 'X-Group', ...text }];
const PLAIN = 'must be letters, digits and "/-._~:" for ingress-nginx, which empties any other value without a word';
const IN_PATTERN =
  'must have no comma, space, quote or any of "!<>@%#;" for ingress-nginx, which empties such a pattern without a word';
const READ = 'must be letters, digits and "-" for ingress-nginx, which drops headers of other names unread';
const ALB_VALUE = 'must be up to 128 printable characters without "*" and "?", which stand for others in alb';
const ALB_HEADER = 'must be up to 40 letters, digits, "-" and "_" for alb, and neither Cookie nor Host';
const ALB_COOKIE = 'must be up to 100 characters without "*", "?" and any of "#[]{}|<>&" for alb';
const LONG = 'v'.repeat(129);

/*
 * Values that a controller would accept and read otherwise. ingress-nginx: internal/ingress/annotations/parser/validators.go; what its
 * validators do not let through becomes empty, and a rule by value one by "always". ALB: conditions of CreateRule, which have wildcards.
 */
test.each`
  dialect      | annotation                    | rules                                     | refused
  ${'nginx'}   | ${'canary-by-header'}         | ${[{ header: 'X_Group' }]}                | ${`rules[0].header: invalid value "X_Group": ${READ}`}
  ${'nginx'}   | ${'canary-by-header'}         | ${[{ header: 'X.Group' }]}                | ${`rules[0].header: invalid value "X.Group": ${READ}`}
  ${'nginx'}   | ${'canary-by-header-value'}   | ${header({ value: 'a,b' })}               | ${`rules[0].value: invalid value "a,b": ${PLAIN}`}
  ${'nginx'}   | ${'canary-by-header-value'}   | ${header({ value: 'be ta' })}             | ${`rules[0].value: invalid value "be ta": ${PLAIN}`}
  ${'nginx'}   | ${'canary-by-header-value'}   | ${header({ value: 'a@b' })}               | ${`rules[0].value: invalid value "a@b": ${PLAIN}`}
  ${'nginx'}   | ${'canary-by-header-value'}   | ${header({ value: '50%' })}               | ${`rules[0].value: invalid value "50%": ${PLAIN}`}
  ${'nginx'}   | ${'canary-by-header-pattern'} | ${header({ pattern: 'a{1,3}' })}          | ${`rules[0].pattern: invalid value "a{1,3}": ${IN_PATTERN}`}
  ${'nginx'}   | ${'canary-by-header-pattern'} | ${header({ pattern: 'a|b c' })}           | ${`rules[0].pattern: invalid value "a|b c": ${IN_PATTERN}`}
  ${'nginx'}   | ${'canary-by-cookie'}         | ${[{ cookie: 'a+b' }]}                    | ${`rules[0].cookie: invalid value "a+b": ${PLAIN}`}
  ${'alb'}     | ${'canary-by-header'}         | ${[{ header: 'X.Group', value: 'beta' }]} | ${`rules[0].header: invalid value "X.Group": ${ALB_HEADER}`}
  ${'alb'}     | ${'canary-by-header'}         | ${[{ header: 'cookie', value: 'beta' }]}  | ${`rules[0].header: invalid value "cookie": ${ALB_HEADER}`}
  ${'alb'}     | ${'canary-by-header-value'}   | ${header({ value: 'be*' })}               | ${`rules[0].value: invalid value "be*": ${ALB_VALUE}`}
  ${'alb'}     | ${'canary-by-header-value'}   | ${header({ value: 'b?ta' })}              | ${`rules[0].value: invalid value "b?ta": ${ALB_VALUE}`}
  ${'alb'}     | ${'canary-by-header-value'}   | ${header({ value: ' beta' })}             | ${`rules[0].value: invalid value " beta": ${ALB_VALUE}`}
  ${'alb'}     | ${'canary-by-header-value'}   | ${header({ value: LONG })}                | ${`rules[0].value: invalid value "${LONG.slice(0, 116)}...: ${ALB_VALUE}`}
  ${'alb'}     | ${'canary-by-cookie'}         | ${[{ cookie: 'a*' }]}                     | ${`rules[0].cookie: invalid value "a*": ${ALB_COOKIE}`}
  ${'traefik'} | ${'Header'}                   | ${header({ value: 'a`b' })}               | ${'rules[0].value: invalid value "a`b": must have no "`" for traefik, whose rules quote by it'}
  ${'traefik'} | ${'HeaderRegexp'}             | ${header({ pattern: 'a`b' })}             | ${'rules[0].pattern: invalid value "a`b": must have no "`" for traefik, whose rules quote by it'}
`('$dialect, $annotation: $refused', ({ dialect, rules, refused }) => {
  expect(refusal(DIALECTS[dialect] as IngressDialect, rules)).toBe(`ProviderRefuses [test/Front] canary.${refused}`);
});

test('what one dialect reads otherwise the others take as it is', () => {
  const rules = header({ value: 'a@b, c' });
  expect(['traefik', 'gateway', 'istio'].map((name) => refusal(DIALECTS[name] as IngressDialect, rules))).toEqual(
    Array(3).fill('nothing refused'),
  );
});

// Traefik asks by priority: 50 rules of a path would rank above a path that is a letter longer
test('traefik: more rules than have room below the next path are refused', () => {
  const many = (count: number): CanaryRule[] => Array.from({ length: count }, (_, at) => ({ cookie: `c${at}` }));
  expect(refusal(traefik, many(49))).toBe('nothing refused');
  expect(refusal(traefik, many(50))).toBe(
    'ProviderRefuses [test/Front] canary.rules: invalid value 50: must be at most 49 for traefik',
  );
});

const session = { sessionCookie: { name: 'route', maxAge: Duration.hours(1) } };

// balancer.lua: a request whose affinity cookie is the primary's stays there before any canary rule is asked
test.each`
  dialect      | rules      | refused
  ${'nginx'}   | ${[value]} | ${'sessionCookie: invalid value "route": must not be given beside a canary by header or cookie: ingress-nginx asks the session cookie first'}
  ${'nginx'}   | ${[]}      | ${undefined}
  ${'traefik'} | ${[value]} | ${undefined}
`('$dialect keeps sessions beside the rules $rules: $refused', ({ dialect, rules, refused }) => {
  const said = refusal(DIALECTS[dialect] as IngressDialect, rules, 5, session);
  expect(said).toBe(refused ? `ProviderRefuses [test/Front] ${refused}` : 'nothing refused');
});
