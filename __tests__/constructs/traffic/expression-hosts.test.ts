import { CanaryIngress } from '../../../lib/constructs/traffic/canary-ingress';
import { ServiceIngress, type ServiceIngressProps } from '../../../lib/constructs/traffic/service-ingress';
import { problemsOf, testChart } from '../../support/chart';
import { nginx } from '../../support/samples';

const service = { service: 'orders', port: 80 };
const other = { service: 'cart', port: 80 };
const expressions = { paths: [{ path: '/foo/?(.*)', type: 'RegularExpression' as const }] };
const stripped = { paths: [{ path: '/api', type: 'Prefix' as const }], rewrite: { replacePrefixMatch: '/' } };

function problems(first: Partial<ServiceIngressProps>, second: Partial<ServiceIngressProps>): string[] {
  const chart = testChart();
  for (const [id, props] of Object.entries({ First: first, Second: second })) {
    new ServiceIngress(chart, id, { via: nginx, hosts: ['orders.shop.test'], service, ...props });
  }
  return problemsOf(chart);
}

test.each([expressions, stripped])('plain paths must not share a host with %j', (props) => {
  expect(problems(props, {})).toEqual([
    '[test/First] hosts: invalid value "orders.shop.test": must not be shared with an Ingress of plain paths, [test/Second/Ingress], which ingress-nginx then reads as regular expressions; give these paths a host of their own',
  ]);
});

test.each`
  first          | second                                        | because
  ${expressions} | ${stripped}                                   | ${'both are read so'}
  ${expressions} | ${{ hosts: ['cart.shop.test'] }}              | ${'it is another host'}
  ${expressions} | ${{ via: { ...nginx, className: 'inside' } }} | ${'another controller reads it'}
  ${{}}          | ${{ hosts: ['cart.shop.test'] }}              | ${'all paths are plain'}
`('takes $first beside $second: $because', ({ first, second }) => {
  expect(problems(first, second)).toEqual([]);
});

test.each(['itself', 'others'])('a canary of such paths is read as its stable Ingress is, by %s', (by) => {
  const chart = testChart();
  if (by === 'others')
    new ServiceIngress(chart, 'Other', { via: nginx, hosts: ['orders.shop.test'], service: other, ...expressions });
  const canary = { backend: { service: 'orders-next', port: 80 }, weightPercent: 5 };
  new CanaryIngress(chart, 'Front', { via: nginx, hosts: ['orders.shop.test'], stable: service, canary, ...stripped });
  expect(problemsOf(chart)).toEqual([]);
});
