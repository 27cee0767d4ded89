import { CanaryIngress, type CanaryIngressProps } from '../../../lib/constructs/traffic/canary-ingress';
import type { CanaryRule, CanaryRules } from '../../../lib/constructs/traffic/traffic-intent';
import { testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { gateway, nginx } from '../../support/samples';

const stable = { service: 'orders', port: 8001 };
const next = { service: 'orders-next', port: 8002 };

function refused(props: Partial<CanaryIngressProps>, rules: CanaryRules = { weightPercent: 5 }): string {
  const canary = { ...rules, backend: next };
  const all = { hosts: ['orders.shop.test'], stable, canary, ...props };
  const [byNginx, byGateway] = [nginx, gateway].map((via) =>
    refusalOf(() => new CanaryIngress(testChart(), 'Front', { via, ...all })),
  );
  expect(byGateway).toBe(byNginx);
  return byNginx ?? '';
}

const prefix = (path: string) => ({ path, type: 'Prefix' as const });
const LONG = `${'a.'.repeat(126)}bc`; // 254 characters
const HOST = 'must be a host name in lower case, with a dot';
const PATH = 'must begin with "/" and have no empty or dotted segment, "%2f", "?" or "#"';
const NAME = 'must be a name of letters, digits and "-"';
const WEIGHT = 'must be from 0 to 100, with at most 4 decimals';

test.each`
  props                                                       | refusal
  ${{ hosts: [] }}                                            | ${'hosts: invalid value []: must name at least one'}
  ${{ hosts: ['orders'] }}                                    | ${`hosts: invalid value "orders": ${HOST}`}
  ${{ hosts: ['Orders.shop.test'] }}                          | ${`hosts: invalid value "Orders.shop.test": ${HOST}`}
  ${{ hosts: ['https://orders.shop.test'] }}                  | ${`hosts: invalid value "https://orders.shop.test": ${HOST}`}
  ${{ hosts: ['orders.shop.test:443'] }}                      | ${`hosts: invalid value "orders.shop.test:443": ${HOST}`}
  ${{ hosts: ['orders.*.test'] }}                             | ${`hosts: invalid value "orders.*.test": ${HOST}`}
  ${{ hosts: ['*'] }}                                         | ${`hosts: invalid value "*": ${HOST}`}
  ${{ hosts: [LONG] }}                                        | ${`hosts: invalid value "${LONG.slice(0, 116)}...: ${HOST}`}
  ${{ hosts: ['orders..test'] }}                              | ${`hosts: invalid value "orders..test": ${HOST}`}
  ${{ hosts: ['orders.test.'] }}                              | ${`hosts: invalid value "orders.test.": ${HOST}`}
  ${{ hosts: ['a.shop.test', 'b.shop.test', 'a.shop.test'] }} | ${'hosts: invalid value "a.shop.test": must not be given twice'}
  ${{ paths: [] }}                                            | ${'paths: invalid value []: must name at least one'}
  ${{ paths: [prefix('api')] }}                               | ${`paths: invalid value "api": ${PATH}`}
  ${{ paths: [prefix('')] }}                                  | ${`paths: invalid value "": ${PATH}`}
  ${{ paths: [prefix('/a//b')] }}                             | ${`paths: invalid value "/a//b": ${PATH}`}
  ${{ paths: [prefix('/a/../b')] }}                           | ${`paths: invalid value "/a/../b": ${PATH}`}
  ${{ paths: [prefix('/a/.')] }}                              | ${`paths: invalid value "/a/.": ${PATH}`}
  ${{ paths: [prefix('/a%2Fb')] }}                            | ${`paths: invalid value "/a%2Fb": ${PATH}`}
  ${{ paths: [prefix('/a?b=c')] }}                            | ${`paths: invalid value "/a?b=c": ${PATH}`}
  ${{ paths: [prefix('/a#b')] }}                              | ${`paths: invalid value "/a#b": ${PATH}`}
  ${{ paths: [prefix('/a b')] }}                              | ${`paths: invalid value "/a b": ${PATH}`}
  ${{ paths: [prefix('/a'), prefix('/a')] }}                  | ${'paths: invalid value "Prefix /a": must not be given twice'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refused(props)).toBe(`InvalidTraffic [test/Front] ${refusal}`);
});

test.each`
  rules                                                             | refusal
  ${{}}                                                             | ${'weightPercent: must be given where there are no rules'}
  ${{ weightPercent: -1 }}                                          | ${`weightPercent: invalid value -1: ${WEIGHT}`}
  ${{ weightPercent: 101 }}                                         | ${`weightPercent: invalid value 101: ${WEIGHT}`}
  ${{ weightPercent: 0.00001 }}                                     | ${`weightPercent: invalid value 0.00001: ${WEIGHT}`}
  ${{ weightPercent: Number.NaN }}                                  | ${`weightPercent: invalid value NaN: ${WEIGHT}`}
  ${{ rules: [{ header: 'X Group' }] }}                             | ${`rules[0].header: invalid value "X Group": ${NAME}`}
  ${{ rules: [{ header: 'X-Group:' }] }}                            | ${`rules[0].header: invalid value "X-Group:": ${NAME}`}
  ${{ rules: [{ cookie: 'group=always' }] }}                        | ${`rules[0].cookie: invalid value "group=always": ${NAME}`}
  ${{ rules: [{ header: 'X-Group', value: '' }] }}                  | ${'rules[0].value: invalid value "": must not be empty'}
  ${{ rules: [{ header: 'X-Group', pattern: '' }] }}                | ${'rules[0].pattern: invalid value "": must not be empty'}
  ${{ rules: [{ header: 'X-Group', pattern: '(be' }] }}             | ${'rules[0].pattern: invalid value "(be": must be a regular expression'}
  ${{ rules: [{ header: 'X-Group', value: 'a', pattern: 'b' }] }}   | ${'rules[0].pattern: invalid value "b": must not be given beside value'}
  ${{ rules: [{ cookie: 'a' }, { header: 'b' }, { cookie: 'a' }] }} | ${'rules[2]: invalid value {"cookie":"a"}: must not be given twice: the first decides'}
`('fails: canary.$refusal', ({ rules, refusal }) => {
  expect(refused({}, rules)).toBe(`InvalidTraffic [test/Front] canary.${refusal}`);
});

test('fails when the canary is the stable Service, be it by another port', () => {
  const canary = { weightPercent: 5, backend: { service: 'orders', port: 8002 } };
  expect(refused({ canary })).toBe(
    'InvalidTraffic [test/Front] canary.backend: invalid value "orders": must not be the stable Service',
  );
});

test('of several mistakes the first is said', () => {
  expect(refused({ hosts: ['Orders.test'] }, { weightPercent: 101 })).toMatch(
    /^InvalidTraffic \[test\/Front\] hosts: /,
  );
});

test.each`
  props
  ${{ hosts: [`${'a.'.repeat(126)}b`] }}
  ${{ hosts: ['*.shop.test', 'xn--bcher-kva.test', 'a-1.b.c.d'] }}
  ${{ paths: [prefix('/a'), { path: '/a', type: 'Exact' }] }}
  ${{ paths: [prefix('/a.b/c-d_e'), prefix('/v1.0/')] }}
`('takes $props', ({ props }) => {
  expect(refused(props)).toBe('nothing refused');
});

// Kubernetes: "spec.rules[0].host: Invalid value: "10.0.0.1": must be a DNS name, not an IP address"
test('fails when a host is an address', () => {
  expect(refused({ hosts: ['192.0.2.7'] })).toMatch(
    /^InvalidTraffic \[test\/Front\] hosts: invalid value "192\.0\.2\.7": /,
  );
});

test.each(['header', 'cookie'])('fails by the %s when it is empty', (prop) => {
  expect(refused({}, { rules: [{ [prop]: '' } as unknown as CanaryRule] })).toBe(
    `InvalidTraffic [test/Front] canary.rules[0].${prop}: invalid value "": ${NAME}`,
  );
});

test.each(['(?=b)', '(?!b)', '(?<=a)b', '(?>a)b', '(a)\\1', 'a*+b'])(
  'fails for the pattern %s, which PCRE knows and RE2 does not',
  (pattern) => {
    expect(refused({}, { rules: [{ header: 'X-Group', pattern }] })).toBe(
      `InvalidTraffic [test/Front] canary.rules[0].pattern: invalid value ${JSON.stringify(pattern)}: must be a regular expression`,
    );
  },
);

test.each(['(?i)beta', '(?i:beta)', '^b(e|a)+\\d{2}$'])('takes the pattern %s, which both know', (pattern) => {
  expect(refused({}, { rules: [{ header: 'X-Group', pattern }] })).toBe('nothing refused');
});

test.each(['a\\++', '[*+]+', '(?P<n>a)'])(
  'takes the pattern %s, which both know and JavaScript reads otherwise',
  (pattern) => {
    expect(refused({ via: gateway }, { rules: [{ header: 'X-Group', pattern }] })).toBe('nothing refused');
  },
);
