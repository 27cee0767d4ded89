import { ExternalService, type ExternalServiceProps } from '../../../lib/constructs/discovery/external-service';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

function serviceOf(props: Partial<ExternalServiceProps> = {}) {
  const chart = testChart();
  const service = new ExternalService(chart, 'OrdersDb', { externalName: 'db.example.com', ...props });
  return { service, manifest: objectOf(chart, 'Service') };
}

test('all defaults: a name in the namespace stands for the other one, and that is all', () => {
  const { service, manifest } = serviceOf();
  expect(manifest.metadata).toMatchObject({ name: 'orders-db', namespace: 'shop' });
  expect(manifest.spec).toEqual({ type: 'ExternalName', externalName: 'db.example.com' });
  expect([service.name, service.dnsName]).toEqual(['orders-db', 'orders-db.shop.svc.cluster.local']);
  expect(service.backend).toBeUndefined();
});

test('externalName: a Service of another namespace is named in full', () => {
  const externalName = { service: 'payments', namespace: 'billing' };
  expect(serviceOf({ externalName }).manifest.spec.externalName).toBe('payments.billing.svc.cluster.local');
});

test('clusterDomain: that Service and this one are named under it', () => {
  const { service, manifest } = serviceOf({
    externalName: { service: 'payments', namespace: 'billing' },
    clusterDomain: 'corp.example',
  });
  expect(manifest.spec.externalName).toBe('payments.billing.svc.corp.example');
  expect(service.dnsName).toBe('orders-db.shop.svc.corp.example');
});

test('name and annotations: the Service has them', () => {
  const { metadata } = serviceOf({ name: 'mysql', annotations: { 'example.com/owner': 'dba' } }).manifest;
  expect(metadata).toMatchObject({ name: 'mysql', annotations: { 'example.com/owner': 'dba' } });
});

test('port: an Ingress can name it', () => {
  const { service, manifest } = serviceOf({ port: 443 });
  expect(manifest.spec.ports).toEqual([{ port: 443, targetPort: 443, protocol: 'TCP' }]);
  expect(service.backend).toEqual({ service: 'orders-db', port: 443 });
});

const DNS = 'must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit';

test.each`
  props                                                            | refusal
  ${{ name: 'a.b' }}                                               | ${'InvalidName [test/OrdersDb] name: invalid value "a.b": must be lower case letters, digits and "-", beginning with a letter, ending with a letter or digit'}
  ${{ externalName: { service: 'A', namespace: 'b' } }}            | ${'InvalidName [test/OrdersDb] externalName.service: invalid value "A": must be lower case letters, digits and "-", beginning with a letter, ending with a letter or digit'}
  ${{ externalName: { service: 'a', namespace: 'b.c' } }}          | ${'InvalidName [test/OrdersDb] externalName.namespace: invalid value "b.c": must be lower case letters, digits and "-", beginning and ending with a letter or digit'}
  ${{ annotations: { 'a b': '' } }}                                | ${'InvalidName [test/OrdersDb] annotations: invalid value "a b": name must be at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
  ${{ externalName: 'https://db.example.com' }}                    | ${`InvalidDnsName [test/OrdersDb] externalName: invalid value "https://db.example.com": ${DNS}`}
  ${{ externalName: 'db.example.com:3306' }}                       | ${`InvalidDnsName [test/OrdersDb] externalName: invalid value "db.example.com:3306": ${DNS}`}
  ${{ externalName: '10.1.0.7' }}                                  | ${'InvalidDnsName [test/OrdersDb] externalName: invalid value "10.1.0.7": must be a DNS name, not an address'}
  ${{ externalName: 'db' }}                                        | ${'InvalidDnsName [test/OrdersDb] externalName: invalid value "db": must be a DNS name in full, with a dot'}
  ${{ externalName: 'db.data.svc' }}                               | ${'InvalidDnsName [test/OrdersDb] externalName: invalid value "db.data.svc": must be a DNS name in full, with the domain of the cluster'}
  ${{ externalName: { service: 'orders-db', namespace: 'shop' } }} | ${'NamesItself [test/OrdersDb] externalName: invalid value "orders-db.shop.svc.cluster.local": must not be the name of this Service'}
  ${{ port: 65536 }}                                               | ${'OutOfRange [test/OrdersDb] port: invalid value 65536: must be a whole number from 1 to 65535'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => serviceOf(props))).toBe(refusal);
});
