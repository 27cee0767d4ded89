import { Exposure } from '../../../lib/constructs/discovery/exposure';
import { FixedEndpoints, type FixedEndpointsProps } from '../../../lib/constructs/discovery/fixed-endpoints';
import { WorkloadService } from '../../../lib/constructs/discovery/workload-service';
import { objectOf, objectsOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { workload } from '../../support/samples';

function endpointsOf(props: Partial<FixedEndpointsProps> = {}) {
  const chart = testChart();
  const addresses = ['10.1.0.7', '10.1.0.8'];
  const endpoints = new FixedEndpoints(chart, 'OrdersDb', { addresses, ports: [{ port: 3306 }], ...props });
  return { chart, endpoints, service: objectOf(chart, 'Service'), slices: objectsOf(chart, 'EndpointSlice') };
}

test('all defaults: a Service that selects nothing, and a slice that says who answers', () => {
  const { endpoints, service, slices } = endpointsOf();
  expect(service.metadata).toMatchObject({ name: 'orders-db', namespace: 'shop' });
  expect(service.spec).toEqual({
    type: 'ClusterIP',
    ipFamilyPolicy: 'SingleStack',
    ipFamilies: ['IPv4'],
    ports: [{ port: 3306, targetPort: 3306, protocol: 'TCP' }],
  });
  expect(slices).toHaveLength(1);
  expect(slices[0]).toMatchObject({
    apiVersion: 'discovery.k8s.io/v1',
    metadata: {
      name: 'orders-db-ipv4',
      namespace: 'shop',
      labels: { 'kubernetes.io/service-name': 'orders-db', 'endpointslice.kubernetes.io/managed-by': 'cdk8s' },
    },
    addressType: 'IPv4',
    ports: [{ name: '', port: 3306, protocol: 'TCP' }],
    endpoints: [
      { addresses: ['10.1.0.7'], conditions: { ready: true } },
      { addresses: ['10.1.0.8'], conditions: { ready: true } },
    ],
  });
  expect(endpoints.backend).toEqual({ service: 'orders-db', port: 3306 });
});

test('name: the Service, its slices and its names have it', () => {
  const { endpoints, service, slices } = endpointsOf({ name: 'mysql', ports: [{ port: 3306, name: 'sql' }] });
  expect([service.metadata.name, slices[0].metadata.name, endpoints.dnsName]).toEqual([
    'mysql',
    'mysql-ipv4',
    'mysql.shop.svc.cluster.local',
  ]);
  expect(slices[0].metadata.labels['kubernetes.io/service-name']).toBe('mysql');
  expect([endpoints.names.variables?.host, endpoints.names.srv('sql')]).toEqual([
    'MYSQL_SERVICE_HOST',
    '_sql._tcp.mysql.shop.svc.cluster.local',
  ]);
});

test('ports: the slice has the port at the addresses, under the name of the port of the Service', () => {
  const { service, slices } = endpointsOf({
    ports: [
      { port: 80, targetPort: 8080, name: 'web', appProtocol: 'http' },
      { port: 53, name: 'dns', protocol: 'UDP' },
    ],
  });
  expect(service.spec.ports).toEqual([
    { name: 'web', port: 80, targetPort: 8080, protocol: 'TCP', appProtocol: 'http' },
    { name: 'dns', port: 53, targetPort: 53, protocol: 'UDP' },
  ]);
  expect(slices[0].ports).toEqual([
    { name: 'web', port: 8080, protocol: 'TCP', appProtocol: 'http' },
    { name: 'dns', port: 53, protocol: 'UDP' },
  ]);
});

test('addresses of both families: a slice for each, and a Service of those that the cluster has', () => {
  const { service, slices } = endpointsOf({ addresses: ['2001:db8::7', '10.1.0.7'] });
  expect(service.spec).toMatchObject({ ipFamilyPolicy: 'PreferDualStack' });
  expect(service.spec).not.toHaveProperty('ipFamilies');
  expect(slices.map((slice) => [slice.metadata.name, slice.addressType, slice.endpoints[0].addresses])).toEqual([
    ['orders-db-ipv6', 'IPv6', ['2001:db8::7']],
    ['orders-db-ipv4', 'IPv4', ['10.1.0.7']],
  ]);
});

test('addresses of IPv6 alone are for a Service of IPv6', () => {
  expect(endpointsOf({ addresses: ['2001:db8::7'] }).service.spec.ipFamilies).toEqual(['IPv6']);
});

// else the API server adds the other family, and refuses the next apply: "must be 'SingleStack' to release the secondary"
test.each`
  addresses                      | given                                    | said
  ${['10.1.0.7']}                | ${{ ipFamilies: ['IPv4'] }}              | ${{ ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4'] }}
  ${['10.1.0.7']}                | ${{ ipFamilyPolicy: 'PreferDualStack' }} | ${{ ipFamilyPolicy: 'PreferDualStack' }}
  ${['2001:db8::7', '10.1.0.7']} | ${{}}                                    | ${{ ipFamilyPolicy: 'PreferDualStack' }}
`('families of $addresses with $given are said as $said', ({ addresses, given, said }) => {
  const { ipFamilyPolicy, ipFamilies } = endpointsOf({ addresses, ...given }).service.spec;
  expect({ ipFamilyPolicy, ipFamilies }).toEqual(said);
});

test('exposure: DNS gives the addresses themselves', () => {
  const { service, endpoints } = endpointsOf({ exposure: Exposure.headless() });
  expect(service.spec).toMatchObject({ type: 'ClusterIP', clusterIP: 'None' });
  expect(endpoints.names.variables).toBeUndefined();
});

test.each`
  props                                                                                 | refusal
  ${{ addresses: [] }}                                                                  | ${'NoAddresses [test/OrdersDb] addresses: invalid value []: must name one'}
  ${{ addresses: ['db.example.com'] }}                                                  | ${'InvalidAddress [test/OrdersDb] addresses: invalid value "db.example.com": must be an IP address'}
  ${{ addresses: ['127.0.0.1'] }}                                                       | ${'InvalidAddress [test/OrdersDb] addresses: invalid value "127.0.0.1": must not be a loopback address'}
  ${{ addresses: ['10.1.0.7', '10.1.0.7'] }}                                            | ${'DuplicateAddress [test/OrdersDb] addresses: invalid value "10.1.0.7": must not be given twice'}
  ${{ addresses: Array.from({ length: 1001 }, (_, i) => `10.1.${i >> 8}.${i & 255}`) }} | ${'TooManyAddresses [test/OrdersDb] addresses: invalid value 1001: must be at most 1000 of a family'}
  ${{ ipFamilies: ['IPv6'] }}                                                           | ${'InvalidFamilies [test/OrdersDb] addresses: invalid value "10.1.0.7": must be of a family that the Service has'}
  ${{ addresses: ['10.1.0.7', '2001:db8::7'], ipFamilyPolicy: 'SingleStack' }}          | ${'InvalidFamilies [test/OrdersDb] ipFamilies: invalid value ["IPv4","IPv6"]: must be one for SingleStack'}
  ${{ ports: [], exposure: Exposure.headless() }}                                       | ${'NoPorts [test/OrdersDb] ports: invalid value []: must have one'}
  ${{ ports: [{ port: 80, targetPort: 0 }] }}                                           | ${'OutOfRange [test/OrdersDb] ports[0].targetPort: invalid value 0: must be a whole number from 1 to 65535'}
  ${{ name: '9db' }}                                                                    | ${'InvalidName [test/OrdersDb] name: invalid value "9db": must be lower case letters, digits and "-", beginning with a letter, ending with a letter or digit'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => endpointsOf(props))).toBe(refusal);
});

test('a thousand addresses of a family are not too many', () => {
  const addresses = Array.from({ length: 1000 }, (_, i) => `10.1.${i >> 8}.${i & 255}`);
  expect(endpointsOf({ addresses }).slices[0].endpoints).toHaveLength(1000);
});

test('fails when an address is that of another Service: no proxy sends on what it has sent there', () => {
  const { chart } = endpointsOf({ addresses: ['10.96.0.9'] });
  expect(problemsOf(chart)).toEqual([]);
  new WorkloadService(chart, 'Orders', { workload, exposure: Exposure.clusterIp({ ip: '10.96.0.9' }) });
  expect(problemsOf(chart)).toEqual([
    '[test/OrdersDb] addresses: invalid value "10.96.0.9": must not be that of another Service, [test/Orders/Service]; give an ExternalService its name',
  ]);
});
