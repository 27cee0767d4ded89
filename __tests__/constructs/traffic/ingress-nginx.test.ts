import { ApiObject, type Chart } from 'cdk8s';
import { CanaryIngress, type CanaryIngressProps } from '../../../lib/constructs/traffic/canary-ingress';
import { ServiceIngress } from '../../../lib/constructs/traffic/service-ingress';
import type { CanaryRules } from '../../../lib/constructs/traffic/traffic-intent';
import { objectsOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { gateway, nginx } from '../../support/samples';

const stable = { service: 'orders', port: 8001 };
const next = { service: 'orders-next', port: 8002 };
const NOTE = 'nginx.ingress.kubernetes.io/';

function canaryOf(
  rules: CanaryRules = { weightPercent: 5 },
  props: Partial<CanaryIngressProps> = {},
  chart = testChart(),
) {
  const canary = { ...rules, backend: next };
  new CanaryIngress(chart, 'Front', { via: nginx, hosts: ['orders.shop.test'], stable, canary, ...props });
  return chart;
}

const ingressesOf = (chart: Chart) => {
  const [first, second, ...others] = objectsOf(chart, 'Ingress');
  expect(others).toEqual([]);
  return [first, second];
};

test('the stable Ingress says nothing of the canary, and the canary is a second one for the same hosts and paths', () => {
  const paths = [
    { path: '/', type: 'Prefix' },
    { path: '/status', type: 'Exact' },
  ] as const;
  const hosts = ['orders.shop.test', '*.orders.shop.test'];
  const [first, second] = ingressesOf(canaryOf({ weightPercent: 5 }, { hosts, paths }));
  const rulesTo = (name: string, number: number) => {
    const backend = { service: { name, port: { number } } };
    const http = {
      paths: [
        { path: '/', pathType: 'Prefix', backend },
        { path: '/status', pathType: 'Exact', backend },
      ],
    };
    return hosts.map((host) => ({ host, http }));
  };
  expect(first.metadata).not.toHaveProperty('annotations');
  expect(first.spec).toEqual({ ingressClassName: 'edge', rules: rulesTo('orders', 8001) });
  expect(second.spec).toEqual({ ingressClassName: 'edge', rules: rulesTo('orders-next', 8002) });
});

test.each`
  rules                                                      | notes
  ${{ weightPercent: 0 }}                                    | ${{ 'canary-weight': '0' }}
  ${{ weightPercent: 100 }}                                  | ${{ 'canary-weight': '100' }}
  ${{ weightPercent: 0.5 }}                                  | ${{ 'canary-weight': '5', 'canary-weight-total': '1000' }}
  ${{ weightPercent: 0.0001 }}                               | ${{ 'canary-weight': '1', 'canary-weight-total': '1000000' }}
  ${{ rules: [{ header: 'X-Group' }] }}                      | ${{ 'canary-by-header': 'X-Group' }}
  ${{ rules: [{ cookie: 'group' }] }}                        | ${{ 'canary-by-cookie': 'group' }}
  ${{ rules: [{ header: 'X-Group', value: 'beta' }] }}       | ${{ 'canary-by-header': 'X-Group', 'canary-by-header-value': 'beta' }}
  ${{ rules: [{ header: 'X-Group', pattern: '^b(e|a)' }] }}  | ${{ 'canary-by-header': 'X-Group', 'canary-by-header-pattern': '^b(e|a)' }}
  ${{ rules: [{ header: 'X-Group' }], weightPercent: 7 }}    | ${{ 'canary-by-header': 'X-Group', 'canary-weight': '7' }}
  ${{ rules: [{ header: 'X-Group' }, { cookie: 'group' }] }} | ${{ 'canary-by-header': 'X-Group', 'canary-by-cookie': 'group' }}
  ${{ rules: [{ cookie: 'group' }], weightPercent: 7 }}      | ${{ 'canary-by-cookie': 'group', 'canary-weight': '7' }}
`('$rules are the annotations $notes', ({ rules, notes }) => {
  const [, second] = ingressesOf(canaryOf(rules));
  const prefixed = Object.entries(notes).map(([key, value]) => [NOTE + key, value]);
  expect(second.metadata.annotations).toEqual({ [`${NOTE}canary`]: 'true', ...Object.fromEntries(prefixed) });
});

test('tlsSecret: TLS stays with the stable Ingress; on a canary the controller ignores it', () => {
  const [first, second] = ingressesOf(canaryOf({ weightPercent: 5 }, { tlsSecret: 'shop-tls' }));
  expect(first.spec.tls).toEqual([{ hosts: ['orders.shop.test'], secretName: 'shop-tls' }]);
  expect(second.spec).not.toHaveProperty('tls');
});

const PLAIN = 'must be letters, digits and "/-._~:" for ingress-nginx, which empties any other value without a word';
const READ = 'must be letters, digits and "-" for ingress-nginx, which drops headers of other names unread';
const PATTERN =
  'must have no comma, space, quote or any of "!<>@%#;" for ingress-nginx, which empties such a pattern without a word';

test.each`
  rules                                                     | refusal
  ${{ rules: [{ header: 'X-Group', value: 'be ta' }] }}     | ${`value: invalid value "be ta": ${PLAIN}`}
  ${{ rules: [{ header: 'X-Group', value: 'a@b' }] }}       | ${`value: invalid value "a@b": ${PLAIN}`}
  ${{ rules: [{ header: 'X-Group', value: 'a=b' }] }}       | ${`value: invalid value "a=b": ${PLAIN}`}
  ${{ rules: [{ header: 'X+Group' }] }}                     | ${`header: invalid value "X+Group": ${READ}`}
  ${{ rules: [{ header: 'X_Group' }] }}                     | ${`header: invalid value "X_Group": ${READ}`}
  ${{ rules: [{ cookie: 'gr*up' }] }}                       | ${`cookie: invalid value "gr*up": ${PLAIN}`}
  ${{ rules: [{ header: 'X-Group', pattern: 'a{1,3}' }] }}  | ${`pattern: invalid value "a{1,3}": ${PATTERN}`}
  ${{ rules: [{ header: 'X-Group', pattern: '(?<n>a)' }] }} | ${`pattern: invalid value "(?<n>a)": ${PATTERN}`}
  ${{ rules: [{ header: 'X-Group', pattern: 'a b' }] }}     | ${`pattern: invalid value "a b": ${PATTERN}`}
`('fails for $rules, of which the controller would make another rule', ({ rules, refusal }) => {
  expect(refusalOf(() => canaryOf(rules))).toBe(`ProviderRefuses [test/Front] canary.rules[0].${refusal}`);
});

test.each`
  rules
  ${{ rules: [{ header: 'X-Group', value: '/-._~:aZ0' }] }}
  ${{ rules: [{ header: 'X-Group', pattern: '^(a|b)[c-d]*e+f?g{2}\\d.$' }] }}
  ${{ rules: [{ cookie: 'shop_group.v2' }] }}
`('takes $rules', ({ rules }) => {
  expect(refusalOf(() => canaryOf(rules))).toBe('nothing refused');
});

// since 1.12 strict-validate-path-type is on: its webhook says "path /{id} cannot be used with pathType Prefix"
test.each(['/{id}', '/a~b', '/a(b)', '/$1'])('fails for the path %s, which the controller refuses', (path) => {
  expect(refusalOf(() => canaryOf({ weightPercent: 5 }, { paths: [{ path, type: 'Prefix' }] }))).toMatch(
    /^\w+ \[test\/Front\] paths: invalid value /,
  );
});

const other = (chart: Chart, id: string, service: { service: string; port: number }) =>
  new ServiceIngress(chart, id, { via: nginx, hosts: [`${id.toLowerCase()}.shop.test`], service });

test.each`
  prop        | service   | because
  ${'stable'} | ${stable} | ${'that route would get the canary too'}
  ${'canary'} | ${next}   | ${'the canary would be lost'}
`('a Service that is the $prop of a canary must not be served by another Ingress: $because', ({ prop, service }) => {
  const chart = testChart();
  other(chart, 'Other', service);
  canaryOf({ weightPercent: 5 }, {}, chart);
  expect(problemsOf(chart)).toEqual([
    `[test/Front] ${prop}: invalid value "${service.service}": must not be served by another Ingress, [test/Other/Ingress]; give that route a Service of its own, which may have the same Pods`,
  ]);
});

test('it does not matter which of the two was defined first', () => {
  const chart = canaryOf();
  other(chart, 'Later', stable);
  expect(problemsOf(chart)).toEqual([expect.stringContaining('[test/Later/Ingress]')]);
});

test('two canaries of the same Services are said by each of them', () => {
  const chart = canaryOf();
  const canary = { backend: next, weightPercent: 5 };
  new CanaryIngress(chart, 'Again', { via: nginx, hosts: ['again.shop.test'], stable, canary });
  expect(problemsOf(chart).map((problem) => problem.split(' ')[0])).toEqual([
    '[test/Front]',
    '[test/Front]',
    '[test/Again]',
    '[test/Again]',
  ]);
});

test('a Service of another name, and one of the same name in another namespace, are none of its business', () => {
  const chart = canaryOf();
  other(chart, 'Cart', { service: 'cart', port: 8001 });
  other(testChart(chart.node.root, 'elsewhere'), 'Same', stable);
  expect(problemsOf(chart)).toEqual([]);
});

test('an Ingress of another class is read by another controller', () => {
  const chart = canaryOf();
  const via = { ...nginx, className: 'internal' };
  new ServiceIngress(chart, 'Other', { via, hosts: ['other.shop.test'], service: stable });
  expect(problemsOf(chart)).toEqual([]);
});

test('a Service of another namespace is not the one of the same name in this', () => {
  const chart = canaryOf({ weightPercent: 5 }, { stable: { ...stable, namespace: 'abroad' } });
  other(chart, 'Other', stable);
  expect(problemsOf(chart)).toEqual([]);
});

test('an Ingress that sends all the rest to the Service is another one that serves it', () => {
  const chart = canaryOf();
  const service = { name: 'orders', port: { number: 8001 } };
  new ApiObject(chart, 'Rest', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'rest' },
    spec: { defaultBackend: { service } },
  });
  expect(problemsOf(chart)).toEqual([expect.stringMatching(/^\[test\/Front\] stable: .*\[test\/Rest\]/)]);
});

test('Gateway API divides by route, not by Service: others may send to them', () => {
  const chart = canaryOf({ weightPercent: 5 }, { via: gateway });
  other(chart, 'Other', stable);
  expect(problemsOf(chart)).toEqual([]);
});
