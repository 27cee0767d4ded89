import { objectOf, objectsOf } from '../../support/chart';
import { ingressCase } from '../../support/ingress-case';
import { nginx } from '../../support/samples';

const abroad = { service: 'cart', port: 8080, namespace: 'abroad' };

test('a Service of another namespace is reached by one of this that stands for it', () => {
  const chart = ingressCase(nginx, { service: abroad });
  const service = objectOf(chart, 'Service');
  expect(service.metadata).toMatchObject({ name: 'front-cart', namespace: 'shop' });
  expect(service.spec).toEqual({
    type: 'ExternalName',
    externalName: 'cart.abroad.svc.cluster.local',
    ports: [{ name: 'port-8080', port: 8080, targetPort: 8080, protocol: 'TCP' }],
  });
  const [path] = objectOf(chart, 'Ingress').spec.rules[0].http.paths;
  expect(path.backend).toEqual({ service: { name: 'front-cart', port: { number: 8080 } } });
});

test('it is one for all the paths and ports that go there', () => {
  const paths = [
    { path: '/a', type: 'Prefix', backend: abroad },
    { path: '/b', type: 'Prefix', backend: { ...abroad, port: 9090 } },
    { path: '/c', type: 'Prefix', backend: abroad },
  ] as const;
  const { spec } = objectOf(ingressCase(nginx, { paths, defaultBackend: abroad }), 'Service');
  expect(spec.ports.map(({ port }: { port: number }) => port)).toEqual([8080, 9090]);
});

test('Services of its own namespace are named as they are', () => {
  expect(objectsOf(ingressCase(nginx), 'Service')).toEqual([]);
});
