import { Duration } from 'cdk8s';
import { fromSecret } from '../../../lib/constructs/container/variable-source';
import { ExternalSecret } from '../../../lib/constructs/secrets/external-secret';
import type { ExternalSecretProps } from '../../../lib/constructs/secrets/external-secret-props';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

const store = { kind: 'ClusterSecretStore', name: 'vault' } as const;
const data = { password: { key: 'orders/database', property: 'password' } };

function secretOf(props: Partial<ExternalSecretProps> = {}) {
  const chart = testChart();
  const secret = new ExternalSecret(chart, 'OrdersLogin', { store, data, ...props });
  return { secret, manifest: objectOf(chart, 'ExternalSecret') };
}

const defaults = { conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' };
const labels = { 'app.kubernetes.io/part-of': 'orders', environment: 'rehearsal' };

test('all defaults: fetched each hour, owned, kept when its provider loses it', () => {
  const { secret, manifest } = secretOf();
  expect(manifest).toEqual({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'orders-login', namespace: 'shop', labels },
    spec: {
      secretStoreRef: store,
      refreshInterval: '1h0m0s',
      target: {
        name: 'orders-login',
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        template: { engineVersion: 'v2', mergePolicy: 'Replace', type: 'Opaque', metadata: { labels } },
      },
      data: [{ secretKey: 'password', remoteRef: { key: 'orders/database', property: 'password', ...defaults } }],
    },
  });
  expect(secret.name).toBe('orders-login');
});

test('name: of the ExternalSecret and of its Secret', () => {
  const { manifest } = secretOf({ name: 'login' });
  expect([manifest.metadata.name, manifest.spec.target.name]).toEqual(['login', 'login']);
});

test('version: another than the newest', () => {
  const { manifest } = secretOf({ data: { password: { key: 'orders', version: '7' } } });
  expect(manifest.spec.data[0].remoteRef).toEqual({ key: 'orders', version: '7', ...defaults });
});

test('dataFrom: each property of a secret becomes a key, and which they are is not known', () => {
  const { secret, manifest } = secretOf({ data: undefined, dataFrom: [{ key: 'orders/database' }] });
  expect(manifest.spec.dataFrom).toEqual([{ extract: { key: 'orders/database', ...defaults } }]);
  expect(manifest.spec).not.toHaveProperty('data');
  expect(secret.key('anything')).toEqual(fromSecret('orders-login', 'anything'));
});

test('template: its keys alone are in the Secret', () => {
  const template = { URL: 'mysql://orders:{{ .password }}@db' };
  const { secret, manifest } = secretOf({ template, dataFrom: [{ key: 'more' }] });
  expect(manifest.spec.target.template).toMatchObject({ mergePolicy: 'Replace', data: template });
  expect(secret.key('URL')).toEqual(fromSecret('orders-login', 'URL'));
  expect(refusalOf(() => secret.key('password'))).toBe(
    'UnknownKey [test/OrdersLogin] key: invalid value "password": must be a key that it has: URL',
  );
});

test('type: with the keys that it asks for', () => {
  const pair = { 'tls.crt': { key: 'crt' }, 'tls.key': { key: 'key' } };
  expect(secretOf({ type: 'kubernetes.io/tls', data: pair }).manifest.spec.target.template.type).toBe(
    'kubernetes.io/tls',
  );
  expect(refusalOf(() => secretOf({ type: 'kubernetes.io/tls' }))).toBe(
    'MissingKey [test/OrdersLogin] data: invalid value ["password"]: must have the key tls.crt and tls.key, as its type kubernetes.io/tls asks',
  );
  const unknown = secretOf({ type: 'kubernetes.io/tls', dataFrom: [{ key: 'pair' }] }).manifest;
  expect(unknown.spec.target.template.type).toBe('kubernetes.io/tls');
});

test('refreshInterval and deletionPolicy: other ones', () => {
  const { spec } = secretOf({ refreshInterval: Duration.seconds(90), deletionPolicy: 'Delete' }).manifest;
  expect([spec.refreshInterval, spec.target.deletionPolicy]).toEqual(['1m30s', 'Delete']);
});

test('it is read by key, as environment, and as files', () => {
  const { secret } = secretOf();
  expect(secret.key('password')).toEqual(fromSecret('orders-login', 'password'));
  expect(secret.asEnvironment()).toEqual({ as: 'environment', secret: 'orders-login' });
  expect(secret.asFiles('/login')).toEqual({ as: 'files', secret: 'orders-login', folder: '/login' });
});

test.each`
  because                          | props                                              | says
  ${'a name in capitals'}          | ${{ name: 'Login' }}                               | ${'InvalidName [test/OrdersLogin] name: invalid value "Login": '}
  ${'a store that is none'}        | ${{ store: { kind: 'SecretStore', name: 'a/b' } }} | ${'InvalidName [test/OrdersLogin] store.name: invalid value "a/b": '}
  ${'nothing to fetch'}            | ${{ data: {}, dataFrom: [] }}                      | ${'NoData [test/OrdersLogin] data: invalid value {}: must have a key, or dataFrom a secret'}
  ${'a template of nothing'}       | ${{ template: {} }}                                | ${'NoData [test/OrdersLogin] template: invalid value {}: must have a key'}
  ${'a key that is none'}          | ${{ data: { 'a b': { key: 'x' } } }}               | ${'InvalidKey [test/OrdersLogin] data: invalid value "a b": '}
  ${'a key that is none'}          | ${{ template: { '..a': 'x' } }}                    | ${'InvalidKey [test/OrdersLogin] template: invalid value "..a": '}
  ${'a remote key without a name'} | ${{ data: { a: { key: '' } } }}                    | ${'EmptyRemote [test/OrdersLogin] data.a.key: invalid value "": must not be empty'}
  ${'a property without a name'}   | ${{ dataFrom: [{ key: 'a', property: '' }] }}      | ${'EmptyRemote [test/OrdersLogin] dataFrom[0].property: invalid value "": must not be empty'}
  ${'an interval of 0'}            | ${{ refreshInterval: Duration.seconds(0) }}        | ${'OutOfRange [test/OrdersLogin] refreshInterval: invalid value "0s": must be at least 1s'}
  ${'a part of a second'}          | ${{ refreshInterval: Duration.millis(1500) }}      | ${'OutOfRange [test/OrdersLogin] refreshInterval: invalid value "1500ms": must be whole seconds'}
`('fails for $because', ({ props, says }) => {
  expect(refusalOf(() => secretOf(props))).toContain(says);
});

test('fails as environment when a key is one that no variable can be called', () => {
  const { secret } = secretOf({ data: { 'tls.crt': { key: 'x' } } });
  expect(refusalOf(() => secret.asEnvironment())).toMatch(/^InvalidKey /);
});
