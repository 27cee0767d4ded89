import { WorkloadService, type WorkloadServiceProps } from '../../../lib/constructs/traffic/workload-service';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { workload } from '../../support/samples';

function serviceOf(props: Partial<WorkloadServiceProps> = {}) {
  const chart = testChart();
  const { backend } = new WorkloadService(chart, 'Service', { workload, ...props });
  return { backend, manifest: objectOf(chart, 'Service') };
}

test('all defaults: port 80 in the cluster is the port of the workload, found by its name', () => {
  const { backend, manifest } = serviceOf();
  expect(manifest.metadata).toMatchObject({ name: 'orders-blue', namespace: 'shop', labels: workload.selector });
  expect(manifest.spec).toEqual({
    type: 'ClusterIP',
    selector: workload.selector,
    ports: [{ name: 'api', port: 80, targetPort: 'api', protocol: 'TCP' }],
  });
  expect(backend).toEqual({ service: 'orders-blue', port: 80 });
});

test('name: the Service and its backend are called so, and select the same Pods', () => {
  const { backend, manifest } = serviceOf({ name: 'orders' });
  expect([manifest.metadata.name, backend.service]).toEqual(['orders', 'orders']);
  expect(manifest.spec.selector).toEqual(workload.selector);
});

test.each([1, 8080, 65535])('port: it listens on %d, and sends to the port of the workload all the same', (port) => {
  const { backend, manifest } = serviceOf({ port });
  expect(manifest.spec.ports).toMatchObject([{ port, targetPort: 'api' }]);
  expect(backend.port).toBe(port);
});

test.each(['NodePort', 'LoadBalancer'] as const)('type: %s, with the port that the cluster picks', (type) => {
  const { spec } = serviceOf({ type }).manifest;
  expect(spec.type).toBe(type);
  expect(spec.ports[0]).not.toHaveProperty('nodePort');
});

test.each([
  ['NodePort', 30000],
  ['LoadBalancer', 32767],
] as const)('nodePort: of type %s it is %d', (type, nodePort) => {
  expect(serviceOf({ type, nodePort }).manifest.spec.ports[0].nodePort).toBe(nodePort);
});

const NAME = 'must be lower case letters, digits and "-", beginning with a letter, ending with a letter or digit';

test.each`
  props                                         | refusal
  ${{ name: '2nd' }}                            | ${`InvalidName [test/Service] name: invalid value "2nd": ${NAME}`}
  ${{ workload: { ...workload, name: 'a.b' } }} | ${`InvalidName [test/Service] name: invalid value "a.b": ${NAME}`}
  ${{ port: 0 }}                                | ${'OutOfRange [test/Service] port: invalid value 0: must be a whole number from 1 to 65535'}
  ${{ port: 65536 }}                            | ${'OutOfRange [test/Service] port: invalid value 65536: must be a whole number from 1 to 65535'}
  ${{ port: 80.5 }}                             | ${'OutOfRange [test/Service] port: invalid value 80.5: must be a whole number from 1 to 65535'}
  ${{ type: 'NodePort', nodePort: 29999 }}      | ${'OutOfRange [test/Service] nodePort: invalid value 29999: must be a whole number from 30000 to 32767'}
  ${{ type: 'NodePort', nodePort: 32768 }}      | ${'OutOfRange [test/Service] nodePort: invalid value 32768: must be a whole number from 30000 to 32767'}
  ${{ nodePort: 30080 }}                        | ${'NodePortOfClusterIp [test/Service] nodePort: invalid value 30080: must not be set for type ClusterIP'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => serviceOf(props))).toBe(refusal);
});
