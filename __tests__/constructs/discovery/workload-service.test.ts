import { App, Chart } from 'cdk8s';
import { Exposure } from '../../../lib/constructs/discovery/exposure';
import { WorkloadService, type WorkloadServiceProps } from '../../../lib/constructs/discovery/workload-service';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { workload } from '../../support/samples';

function serviceOf(props: Partial<WorkloadServiceProps> = {}) {
  const chart = testChart();
  const service = new WorkloadService(chart, 'Service', { workload, ...props });
  return { service, manifest: objectOf(chart, 'Service') };
}

test('all defaults: port 80 in the cluster is the port of the workload, found by its name', () => {
  const { service, manifest } = serviceOf();
  expect(manifest.metadata).toMatchObject({ name: 'orders-blue', namespace: 'shop', labels: workload.selector });
  expect(manifest.spec).toEqual({
    type: 'ClusterIP',
    selector: workload.selector,
    ports: [{ name: 'api', port: 80, targetPort: 'api', protocol: 'TCP' }],
  });
  expect(service.backend).toEqual({ service: 'orders-blue', port: 80 });
});

test('name: the Service and its backend are called so, and select the same Pods', () => {
  const { service, manifest } = serviceOf({ name: 'orders' });
  expect([manifest.metadata.name, service.name, service.backend.service]).toEqual(['orders', 'orders', 'orders']);
  expect(manifest.spec.selector).toEqual(workload.selector);
});

test.each([1, 8080, 65535])('port: it listens on %d, and sends to the port of the workload all the same', (port) => {
  const { service, manifest } = serviceOf({ port });
  expect(manifest.spec.ports).toMatchObject([{ port, targetPort: 'api' }]);
  expect(service.backend.port).toBe(port);
});

test('ports: each has what it was given, and the name of the port that it sends to', () => {
  const { service, manifest } = serviceOf({
    ports: [
      { port: 443, targetPort: 'https', appProtocol: 'kubernetes.io/h2c' },
      { port: 53, targetPort: 5353, name: 'dns', protocol: 'UDP' },
      { port: 80 },
    ],
  });
  expect(manifest.spec.ports).toEqual([
    { name: 'https', port: 443, targetPort: 'https', protocol: 'TCP', appProtocol: 'kubernetes.io/h2c' },
    { name: 'dns', port: 53, targetPort: 5353, protocol: 'UDP' },
    { name: 'api', port: 80, targetPort: 'api', protocol: 'TCP' },
  ]);
  expect(service.backend).toEqual({ service: 'orders-blue', port: 443 });
});

test('a port that is sent to by its number needs no name where it is the only one', () => {
  const [port] = serviceOf({ ports: [{ port: 80, targetPort: 8080 }] }).manifest.spec.ports;
  expect(port).toEqual({ port: 80, targetPort: 8080, protocol: 'TCP' });
});

test('ports of the workload: they are named as they are where none of them is the one that is sent to', () => {
  const ports = [{ name: 'metrics', port: 9090 }];
  const named = serviceOf({ workload: { ...workload, ports } }).manifest.spec.ports;
  expect(named).toEqual([{ name: 'api', port: 80, targetPort: 'api', protocol: 'TCP' }]);
  const { name, selector } = workload;
  const unnamed = serviceOf({ workload: { name, selector, ports } }).manifest.spec.ports;
  expect(unnamed).toEqual([{ name: 'metrics', port: 9090, targetPort: 'metrics', protocol: 'TCP' }]);
});

test('exposure: it says the type, and a node port for the port that it is for', () => {
  const ports = [
    { port: 80, name: 'http' },
    { port: 443, name: 'https' },
  ];
  const { spec } = serviceOf({ ports, exposure: Exposure.nodePort({ nodePort: { https: 30443 } }) }).manifest;
  expect(spec).toMatchObject({ type: 'NodePort', ports: [{ name: 'http' }, { name: 'https', nodePort: 30443 }] });
  expect(spec.ports[0]).not.toHaveProperty('nodePort');
});

test('annotations, ipFamilyPolicy and ipFamilies are written as they are given', () => {
  const { metadata, spec } = serviceOf({
    annotations: { 'lb.example.com/Size': 'large' },
    ipFamilyPolicy: 'RequireDualStack',
    ipFamilies: ['IPv6', 'IPv4'],
  }).manifest;
  expect(metadata.annotations).toEqual({ 'lb.example.com/Size': 'large' });
  expect(spec).toMatchObject({ ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv6', 'IPv4'] });
});

test('it is found by its name in full from every namespace; a chart without one is deployed to default', () => {
  expect(serviceOf().service.dnsName).toBe('orders-blue.shop.svc.cluster.local');
  expect(serviceOf({ clusterDomain: 'corp.example' }).service.dnsName).toBe('orders-blue.shop.svc.corp.example');
  const { dnsName } = new WorkloadService(new Chart(new App(), 'bare'), 'Service', { workload });
  expect(dnsName).toBe('orders-blue.default.svc.cluster.local');
});

describe('headless', () => {
  const db = { name: 'db', selector: { app: 'db' } };
  const exposure = Exposure.headless();

  test('a workload that is not yet an object is known by its name, its labels and its ports', () => {
    const { service, manifest } = serviceOf({ workload: db, exposure, ports: [{ name: 'mysql', port: 3306 }] });
    expect(manifest.spec).toEqual({
      type: 'ClusterIP',
      clusterIP: 'None',
      selector: { app: 'db' },
      ports: [{ name: 'mysql', port: 3306, targetPort: 3306, protocol: 'TCP' }],
    });
    expect(service.backend).toEqual({ service: 'db', port: 3306 });
    expect(service.names.pod('db-0')).toBe('db-0.db.shop.svc.cluster.local');
  });

  test('the ports that a workload is known to listen on are named as they are: nothing is in between', () => {
    const ports = [
      { name: 'mysql', port: 3306 },
      { name: 'gossip', port: 7946, protocol: 'UDP' },
    ] as const;
    expect(serviceOf({ workload: { ...db, ports }, exposure }).manifest.spec.ports).toEqual([
      { name: 'mysql', port: 3306, targetPort: 'mysql', protocol: 'TCP' },
      { name: 'gossip', port: 7946, targetPort: 'gossip', protocol: 'UDP' },
    ]);
  });

  test('without any port it names Pods all the same, and nothing can be routed to it', () => {
    const { service, manifest } = serviceOf({ workload: db, exposure });
    expect(manifest.spec).not.toHaveProperty('ports');
    expect(refusalOf(() => service.backend)).toBe(
      'NoPorts [test/Service] ports: invalid value []: must have one to be sent to',
    );
  });
});

const NAME = 'must be lower case letters, digits and "-", beginning with a letter, ending with a letter or digit';

test.each`
  props                                                                        | refusal
  ${{ name: '2nd' }}                                                           | ${`InvalidName [test/Service] name: invalid value "2nd": ${NAME}`}
  ${{ workload: { ...workload, name: 'a.b' } }}                                | ${`InvalidName [test/Service] name: invalid value "a.b": ${NAME}`}
  ${{ port: 0 }}                                                               | ${'OutOfRange [test/Service] port: invalid value 0: must be a whole number from 1 to 65535'}
  ${{ port: 65536 }}                                                           | ${'OutOfRange [test/Service] port: invalid value 65536: must be a whole number from 1 to 65535'}
  ${{ port: 80.5 }}                                                            | ${'OutOfRange [test/Service] port: invalid value 80.5: must be a whole number from 1 to 65535'}
  ${{ port: 80, ports: [{ port: 80 }] }}                                       | ${'PortBesidePorts [test/Service] port: invalid value 80: must not be given beside ports'}
  ${{ ports: [] }}                                                             | ${'NoPorts [test/Service] ports: invalid value []: must have one'}
  ${{ workload: { name: 'db', selector: { app: 'db' } } }}                     | ${'NoPorts [test/Service] ports: invalid value []: must have one'}
  ${{ workload: { ...workload, selector: {} } }}                               | ${'EmptySelector [test/Service] workload.selector: invalid value {}: must not be empty: it would find no Pod'}
  ${{ workload: { ...workload, selector: { app: '-' } } }}                     | ${'InvalidName [test/Service] workload.selector: invalid value {"app":"-"}: must be letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
  ${{ annotations: { 'a b': '' } }}                                            | ${'InvalidName [test/Service] annotations: invalid value "a b": name must be at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
  ${{ clusterDomain: '.local' }}                                               | ${'InvalidName [test/Service] clusterDomain: invalid value ".local": must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit'}
  ${{ exposure: Exposure.clusterIp({ ip: '10.0.0.300' }) }}                    | ${'InvalidAddress [test/Service] exposure.ip: invalid value "10.0.0.300": must be an IP address'}
  ${{ exposure: Exposure.nodePort({ nodePort: 80 }) }}                         | ${'OutOfRange [test/Service] exposure.nodePort: invalid value 80: must be a whole number from 30000 to 32767'}
  ${{ ports: [{ port: 80, targetPort: '8080' }] }}                             | ${'InvalidName [test/Service] ports[0].targetPort: invalid value "8080": must be at most 15 lower case letters, digits and single "-", with a letter among them'}
  ${{ ipFamilies: ['IPv4', 'IPv6'] }}                                          | ${'InvalidFamilies [test/Service] ipFamilies: invalid value ["IPv4","IPv6"]: must be one for SingleStack'}
  ${{ exposure: Exposure.clusterIp({ ip: 'fd00::7' }), ipFamilies: ['IPv4'] }} | ${'InvalidFamilies [test/Service] ipFamilies: invalid value ["IPv4"]: must begin with that of fd00::7'}
  ${{ port: 10250, exposure: Exposure.loadBalancer() }}                        | ${"KubeletPort [test/Service] ports[0].port: invalid value 10250: must not be the kubelet's for a load balancer"}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => serviceOf(props))).toBe(refusal);
});

test("the kubelet's port is free within the cluster, and at the Pods", () => {
  expect(serviceOf({ port: 10250 }).manifest.spec.ports[0].port).toBe(10250);
  const ports = [{ port: 443, targetPort: 10250 }];
  expect(serviceOf({ ports, exposure: Exposure.loadBalancer() }).manifest.spec.ports[0].targetPort).toBe(10250);
});

// a tutorial's Service divides by loadBalancerBackendWeights, and another has externalTrafficPolicy on a ClusterIP
test('weights, and policies for outside on what is not reached from there, are not to be written', () => {
  // @ts-expect-error no Service divides by weight
  Exposure.loadBalancer({ weights: { 'app-pod-1': 50 } });
  // @ts-expect-error it is for NodePort and LoadBalancer
  Exposure.clusterIp({ externalTrafficPolicy: 'Local' });
  // @ts-expect-error the proxies that would keep to a Pod do not see what is sent to a headless Service
  Exposure.headless({ sessionAffinity: undefined });
  // @ts-expect-error a node does not listen for a headless Service
  Exposure.headless({ nodePort: 30080 });
  // @ts-expect-error sourceRanges are for load balancers
  Exposure.nodePort({ sourceRanges: [] });
});
