import { fromSecret } from '../../../lib/constructs/container/variable-source';
import { LiteralSecret, type LiteralSecretProps } from '../../../lib/constructs/secrets/literal-secret';
import { SecretContent } from '../../../lib/constructs/secrets/secret-content';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

const content = SecretContent.opaque({ password: 'hunter2', salt: new Uint8Array([0xff, 0xd8]) });

function secretOf(props: Partial<LiteralSecretProps> = {}) {
  const chart = testChart();
  const secret = new LiteralSecret(chart, 'OrdersLogin', { content, literalSecrets: 'allowed', ...props });
  return { secret, manifest: objectOf(chart, 'Secret') };
}

test('all defaults, where they are allowed: a Secret called after the id, its values as base64', () => {
  const { secret, manifest } = secretOf();
  expect(manifest).toEqual({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: 'orders-login',
      namespace: 'shop',
      labels: { 'app.kubernetes.io/part-of': 'orders', environment: 'rehearsal' },
    },
    type: 'Opaque',
    data: { password: 'aHVudGVyMg==', salt: '/9g=' },
  });
  expect(secret.name).toBe('orders-login');
});

test('name: another name', () => {
  const { secret, manifest } = secretOf({ name: 'login' });
  expect([secret.name, manifest.metadata.name]).toEqual(['login', 'login']);
});

test('content: its type is the type of the Secret', () => {
  const login = SecretContent.basicAuth({ username: 'orders', password: 'hunter2' });
  expect(secretOf({ content: login }).manifest.type).toBe('kubernetes.io/basic-auth');
});

test.each(['refused', undefined] as const)(
  'fails where literal secrets are %s, and does not show it',
  (literalSecrets) => {
    const make = () => secretOf({ literalSecrets });
    expect(refusalOf(make)).toBe(
      'LiteralSecret [test/OrdersLogin] content: must not be written into dist/ where literal secrets are refused',
    );
    expect(make).not.toThrow(/hunter2|aHVudGVyMg/);
  },
);

test('reason: it is written all the same, and why is written beside it', () => {
  const reason = 'opens the demo database, whose content is public';
  const { manifest } = secretOf({ literalSecrets: 'refused', reason });
  expect(manifest.metadata.annotations).toEqual({ 'hello-kubernetes/literal-secret-reason': reason });
  expect(manifest.data.password).toBe('aHVudGVyMg==');
});

test.each(['', ' '])('fails when the reason is "%s"', (reason) => {
  expect(refusalOf(() => secretOf({ reason }))).toMatch(/^NoReason \[test\/OrdersLogin\] reason: .*must say why$/);
});

test('it is read by key, as environment, and as files', () => {
  const { secret } = secretOf();
  expect(secret.key('password')).toEqual(fromSecret('orders-login', 'password'));
  expect(secret.asEnvironment()).toEqual({ as: 'environment', secret: 'orders-login' });
  expect(secret.asFiles('/login')).toEqual({ as: 'files', secret: 'orders-login', folder: '/login' });
});

test('fails for content that could not serve, and does not show it', () => {
  const wrong = SecretContent.sshAuth({ privateKey: 'hunter2' });
  expect(refusalOf(() => secretOf({ content: wrong }))).toBe(
    'InvalidContent [test/OrdersLogin] content.privateKey: must be a private key in PEM',
  );
  expect(() => secretOf({ content: wrong })).not.toThrow('hunter2');
});

test.each`
  because                              | make                                                                         | says
  ${'a name in capitals'}              | ${() => secretOf({ name: 'Login' })}                                         | ${'InvalidName [test/OrdersLogin] name: invalid value "Login": '}
  ${'no key'}                          | ${() => secretOf({ content: opaque({}) })}                                   | ${'NoData [test/OrdersLogin] content: invalid value {}: must have a key'}
  ${'a key that is none'}              | ${() => secretOf({ content: opaque({ 'a b': '' }) })}                        | ${'InvalidKey [test/OrdersLogin] content: invalid value "a b": '}
  ${'more than kubectl can send'}      | ${() => secretOf({ content: opaque({ a: 'x'.repeat(200_000) }) })}           | ${'TooLarge [test/OrdersLogin] content: invalid value "266676 bytes": '}
  ${'a key that it does not have'}     | ${() => secretOf().secret.key('pasword')}                                    | ${'UnknownKey [test/OrdersLogin] key: invalid value "pasword": '}
  ${'a key no variable can be called'} | ${() => secretOf({ content: opaque({ 'a.b': '' }) }).secret.asEnvironment()} | ${'InvalidKey [test/OrdersLogin] data: invalid value "a.b": '}
`('fails for $because', ({ make, says }) => {
  expect(refusalOf(make)).toContain(says);
});

function opaque(data: Record<string, string>): SecretContent {
  return SecretContent.opaque(data);
}
