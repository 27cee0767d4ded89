import { ingressCase } from '../../support/ingress-case';
import { refusalOf } from '../../support/refusal';
import { alb, gateway, nginx, traefik } from '../../support/samples';

const expression = (path: string) => ({ paths: [{ path, type: 'RegularExpression' as const }] });
const of = (...hosts: string[]) => ({ path: '/', type: 'Prefix' as const, hosts });
const HOST = 'orders.shop.test';
const secrets = (...hosts: string[]) => ({ tlsSecret: hosts.map((host) => ({ secret: 'tls', hosts: [host] })) });

test.each`
  props                                                | refusal
  ${expression('^/api')}                               | ${'paths: invalid value "^/api": must begin with "/" and have no white space'}
  ${expression('/a b')}                                | ${'paths: invalid value "/a b": must begin with "/" and have no white space'}
  ${expression('/(?!x)')}                              | ${'paths: invalid value "/(?!x)": must be a regular expression'}
  ${{ paths: [of('elsewhere.test'), of(HOST)] }}       | ${'paths: invalid value "elsewhere.test": must be one of hosts'}
  ${{ hosts: [HOST, 'bare.test'], paths: [of(HOST)] }} | ${'hosts: invalid value "bare.test": must have a path'}
  ${{ paths: [of(HOST), of(HOST)] }}                   | ${`paths: invalid value "Prefix / of ${HOST}": must not be given twice`}
  ${{ tlsSecret: 'Shop' }}                             | ${'tlsSecret: invalid value "Shop": must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit'}
  ${secrets('elsewhere.test')}                         | ${'tlsSecret: invalid value "elsewhere.test": must be one of hosts'}
  ${secrets(HOST, HOST)}                               | ${`tlsSecret: invalid value "${HOST}": must not be given twice`}
`('fails, whatever the provider: $refusal', ({ props, refusal }) => {
  for (const via of [nginx, gateway, alb, traefik]) {
    expect(refusalOf(() => ingressCase(via, props))).toBe(`InvalidTraffic [test/Front] ${refusal}`);
  }
});

test('every host is said on purpose, and takes certificates of any', () => {
  expect(refusalOf(() => ingressCase(nginx, { hosts: 'every', ...secrets('any.test') }))).toBe('nothing refused');
});

test('a path of two hosts may be given for each', () => {
  const props = { hosts: ['a.test', 'b.test'], paths: [of('a.test'), of('b.test')] };
  expect(refusalOf(() => ingressCase(nginx, props))).toBe('nothing refused');
});
