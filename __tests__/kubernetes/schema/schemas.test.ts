import { schemas } from './bundled';

test('knows the minors from the floor to the newest, from old to new', () => {
  expect(schemas.minors).toEqual(['1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36']);
});

test('a list that is a map says which fields tell its items apart', () => {
  const keysOf = (definition: string, field: string) => schemas.object(definition).fields.get(field)?.[0]?.mapKeys;
  expect(keysOf('core.v1.PodSpec', 'containers')).toEqual(['name']);
  expect(keysOf('core.v1.ServiceSpec', 'ports')).toEqual(['port', 'protocol']);
  expect(keysOf('core.v1.PodSpec', 'tolerations')).toEqual([]);
});

test('a kind says where it is described, if it is a custom one', () => {
  const sourceOf = (kind: string) => schemas.kinds.get(kind)?.source;
  expect(sourceOf('gateway.networking.k8s.io/v1 HTTPRoute')).toBe('sigs.k8s.io/gateway-api@v1.6.3');
  expect(sourceOf('argoproj.io/v1alpha1 Rollout')).toBe('github.com/argoproj/argo-rollouts@v1.9.0');
  expect(sourceOf('apps/v1 Deployment')).toBeUndefined();
});

test('a definition is called what people call it', () => {
  expect(schemas.object('core.v1.PodSpec')).toMatchObject({ label: 'PodSpec', custom: false });
});

test('every definition that a kind or a field names exists', () => {
  const open = [...schemas.kinds.values()].map(({ definition }) => definition);
  const seen = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const { fields, custom } = schemas.object(name);
    for (const { type } of [...fields.values()].flat()) {
      let inner = type;
      while (inner.is === 'array' || inner.is === 'map') inner = inner.of;
      if (inner.is === 'object') open.push(inner.definition);
    }
    expect([name, fields.size > 0 || custom || KNOWN_EMPTY.has(name)]).toEqual([name, true]);
  }
  expect(seen.size).toBeGreaterThan(1500);
});

/** Objects without any field. */
const KNOWN_EMPTY: ReadonlySet<string> = new Set([
  'apiextensions.v1.CustomResourceSubresourceStatus',
  'apiserverinternal.v1alpha1.StorageVersionSpec',
  'scheduling.v1alpha1.BasicSchedulingPolicy',
  'scheduling.v1alpha2.BasicSchedulingPolicy',
]);
