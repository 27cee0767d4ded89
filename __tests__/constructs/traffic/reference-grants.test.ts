import { objectOf, objectsOf } from '../../support/chart';
import { ingressCase } from '../../support/ingress-case';
import { gateway } from '../../support/samples';

const abroad = { service: 'cart', port: 8080, namespace: 'abroad' };

test('the other namespace lets routes of this one name the Services that they do, and no others', () => {
  const paths = [
    { path: '/', type: 'Prefix' },
    { path: '/cart', type: 'Prefix', backend: abroad },
    { path: '/wares', type: 'Prefix', backend: { ...abroad, service: 'wares' } },
  ] as const;
  const chart = ingressCase(gateway, { paths });
  const { apiVersion, metadata, spec } = objectOf(chart, 'ReferenceGrant');
  expect(apiVersion).toBe('gateway.networking.k8s.io/v1beta1');
  expect(metadata).toMatchObject({ name: 'shop-front', namespace: 'abroad' });
  expect(spec).toEqual({
    from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'shop' }],
    to: ['cart', 'wares'].map((name) => ({ group: '', kind: 'Service', name })),
  });
  const [, cart] = objectOf(chart, 'HTTPRoute').spec.rules;
  expect(cart.backendRefs).toMatchObject([{ name: 'cart', namespace: 'abroad', port: 8080 }]);
});

test('each other namespace has its own', () => {
  const paths = ['north', 'south'].map((namespace) => ({
    path: `/${namespace}`,
    type: 'Prefix' as const,
    backend: { ...abroad, namespace },
  }));
  const grants = objectsOf(ingressCase(gateway, { paths }), 'ReferenceGrant');
  expect(grants.map(({ metadata }) => metadata.namespace)).toEqual(['north', 'south']);
});

test('none is needed in the namespace of the route', () => {
  const service = { service: 'orders', port: 80, namespace: 'shop' };
  expect(objectsOf(ingressCase(gateway, { service }), 'ReferenceGrant')).toEqual([]);
});
