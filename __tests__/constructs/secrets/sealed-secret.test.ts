import { fromSecret } from '../../../lib/constructs/container/variable-source';
import { SealedSecret, type SealedSecretProps } from '../../../lib/constructs/secrets/sealed-secret';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

/** As kubeseal gives it, for a key of so many bytes: their number, the RSA part, and AES-GCM of a value of 7 bytes. */
const sealed = (rsa: number, rest = rsa + 16 + 7) =>
  Buffer.concat([Buffer.from([rsa >> 8, rsa & 255]), Buffer.alloc(rest, 0xa5)]).toString('base64');
const password = sealed(512);

function secretOf(props: Partial<SealedSecretProps> = {}) {
  const chart = testChart();
  const secret = new SealedSecret(chart, 'OrdersLogin', { encryptedData: { password }, ...props });
  return { secret, manifest: objectOf(chart, 'SealedSecret') };
}

const labels = { 'app.kubernetes.io/part-of': 'orders', environment: 'rehearsal' };

test('all defaults: what is sealed for this name and namespace, called after the id', () => {
  const { secret, manifest } = secretOf();
  expect(manifest).toEqual({
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
    metadata: { name: 'orders-login', namespace: 'shop', labels },
    spec: { encryptedData: { password }, template: { type: 'Opaque', metadata: { labels } } },
  });
  expect(secret.name).toBe('orders-login');
});

test('name: another name', () => {
  const { secret, manifest } = secretOf({ name: 'login' });
  expect([secret.name, manifest.metadata.name]).toEqual(['login', 'login']);
});

test.each(['namespace-wide', 'cluster-wide'] as const)('sealedFor: %s is said on both objects', (sealedFor) => {
  const { metadata, spec } = secretOf({ sealedFor }).manifest;
  const annotations = { [`sealedsecrets.bitnami.com/${sealedFor}`]: 'true' };
  expect([metadata.annotations, spec.template.metadata.annotations]).toEqual([annotations, annotations]);
});

test('type: with the keys that it asks for', () => {
  const type = 'kubernetes.io/ssh-auth';
  const { spec } = secretOf({ type, encryptedData: { 'ssh-privatekey': password } }).manifest;
  expect(spec.template.type).toBe(type);
  expect(refusalOf(() => secretOf({ type }))).toBe(
    'MissingKey [test/OrdersLogin] encryptedData: invalid value ["password"]: must have the key ssh-privatekey, as its type kubernetes.io/ssh-auth asks',
  );
});

test('it is read by key, as environment, and as files', () => {
  const { secret } = secretOf();
  expect(secret.key('password')).toEqual(fromSecret('orders-login', 'password'));
  expect(secret.asEnvironment()).toEqual({ as: 'environment', secret: 'orders-login' });
  expect(secret.asFiles('/login')).toEqual({ as: 'files', secret: 'orders-login', folder: '/login' });
});

test.each([256, 384, 512, 1024])('takes what is sealed by a key of %i bytes', (rsa) => {
  expect(refusalOf(() => secretOf({ encryptedData: { password: sealed(rsa) } }))).toBe('nothing refused');
});

test.each`
  because                     | value
  ${'the secret itself'}      | ${'hunter2'}
  ${'nothing'}                | ${''}
  ${'base64 of the secret'}   | ${Buffer.from('hunter2'.repeat(100)).toString('base64')}
  ${'the first part of it'}   | ${sealed(512, 500)}
  ${'too little for AES-GCM'} | ${sealed(512, 512 + 15)}
  ${'cut base64'}             | ${password.slice(0, -1)}
  ${'a placeholder'}          | ${'AgBy3i4OJSWK+PiTySYZZA9rO43cGDEq...'}
`('fails for what kubeseal does not give, $because, and does not show it', ({ value }) => {
  const make = () => secretOf({ encryptedData: { password: value } });
  expect(refusalOf(make)).toBe('NotSealed [test/OrdersLogin] encryptedData.password: must be what kubeseal gives');
});

test.each`
  because                              | make                                                                             | says
  ${'a name in capitals'}              | ${() => secretOf({ name: 'Login' })}                                             | ${'InvalidName [test/OrdersLogin] name: invalid value "Login": '}
  ${'no key'}                          | ${() => secretOf({ encryptedData: {} })}                                         | ${'NoData [test/OrdersLogin] encryptedData: invalid value {}: '}
  ${'a key that is none'}              | ${() => secretOf({ encryptedData: { 'a b': password } })}                        | ${'InvalidKey [test/OrdersLogin] encryptedData: invalid value "a b": '}
  ${'more than kubectl can send'}      | ${() => secretOf({ encryptedData: { a: sealed(512, 200_000) } })}                | ${'TooLarge [test/OrdersLogin] encryptedData: '}
  ${'a key that it does not have'}     | ${() => secretOf().secret.key('pasword')}                                        | ${'UnknownKey [test/OrdersLogin] key: invalid value "pasword": '}
  ${'a key no variable can be called'} | ${() => secretOf({ encryptedData: { 'a.b': password } }).secret.asEnvironment()} | ${'InvalidKey [test/OrdersLogin] data: invalid value "a.b": '}
`('fails for $because', ({ make, says }) => {
  expect(refusalOf(make)).toContain(says);
});
