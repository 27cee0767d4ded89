import { CanaryIngress } from '../../../lib/constructs/traffic/canary-ingress';
import { testChart } from '../../support/chart';
import { ingressCase } from '../../support/ingress-case';
import { refusalOf } from '../../support/refusal';
import { alb, gateway, nginx, traefik } from '../../support/samples';

const root = { path: '/', type: 'Prefix' } as const;
const NAME = 'must be lower case letters, digits and "-", beginning with a letter, ending with a letter or digit';
const rest = { service: 'rest', port: 80 };

test.each`
  props                                                                               | refusal
  ${{ service: undefined }}                                                           | ${'paths: invalid value "/": must have a Service'}
  ${{ service: { service: 'my-service.my-namespace', port: 80 } }}                    | ${`service: invalid value "my-service.my-namespace": ${NAME}`}
  ${{ service: { service: 'orders', port: 0 } }}                                      | ${'service: invalid value 0: must be a whole number from 1 to 65535'}
  ${{ service: { service: 'orders', port: 'HTTP' } }}                                 | ${'service: invalid value "HTTP": must be at most 15 lower case letters, digits and single "-", with a letter among them'}
  ${{ paths: [{ ...root, backend: { ...rest, namespace: 'A' } }] }}                   | ${'paths: invalid value "A": must be lower case letters, digits and "-", beginning and ending with a letter or digit'}
  ${{ defaultBackend: rest }}                                                         | ${'defaultBackend: invalid value "rest": must not be given beside the path "/", which takes every request'}
  ${{ defaultBackend: { service: '1', port: 80 }, paths: [{ ...root, path: '/a' }] }} | ${`defaultBackend: invalid value "1": ${NAME}`}
`('fails, whatever the provider: $refusal', ({ props, refusal }) => {
  for (const via of [nginx, gateway, alb, traefik]) {
    expect(refusalOf(() => ingressCase(via, props))).toBe(`InvalidTraffic [test/Front] ${refusal}`);
  }
});

test('fails when a path is answered by the canary alone', () => {
  const next = { service: 'next', port: 80 };
  const make = () =>
    new CanaryIngress(testChart(), 'Front', {
      via: nginx,
      hosts: ['orders.shop.test'],
      stable: rest,
      canary: { backend: next, weightPercent: 5 },
      paths: [root, { path: '/preview', type: 'Prefix', backend: next }],
    });
  expect(refusalOf(make)).toBe(
    'InvalidTraffic [test/Front] paths: invalid value "/preview": must not be answered by the canary alone',
  );
});
