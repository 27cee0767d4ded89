import { fromSecret } from '../../../lib/constructs/container/variable-source';
import { SecretReference, type SecretReferenceProps } from '../../../lib/constructs/secrets/secret-reference';
import { testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

const referenceOf = (props?: SecretReferenceProps) => new SecretReference(testChart(), 'OrdersLogin', props);

test('all defaults: the Secret is called after the id, every key is taken, and nothing is defined', () => {
  const chart = testChart();
  const secret = new SecretReference(chart, 'OrdersLogin');
  expect(secret.name).toBe('orders-login');
  expect(secret.key('anything')).toEqual(fromSecret('orders-login', 'anything'));
  expect(secret.asEnvironment()).toEqual({ as: 'environment', secret: 'orders-login' });
  expect(secret.asFiles('/login')).toEqual({ as: 'files', secret: 'orders-login', folder: '/login' });
  expect(chart.toJson()).toEqual([]);
});

test('name: as it is in the cluster', () => {
  expect(referenceOf({ name: 'login' }).key('password')).toEqual(fromSecret('login', 'password'));
});

test('keys: no other can be read', () => {
  const secret = referenceOf({ keys: ['username', 'password'] });
  expect(secret.key('password')).toEqual(fromSecret('orders-login', 'password'));
  expect(refusalOf(() => secret.key('pasword'))).toBe(
    'UnknownKey [test/OrdersLogin] key: invalid value "pasword": must be a key that it has: password, username',
  );
});

test.each`
  because                              | make                                                        | says
  ${'a name in capitals'}              | ${() => referenceOf({ name: 'Login' })}                     | ${'InvalidName [test/OrdersLogin] name: invalid value "Login": '}
  ${'a key that is none'}              | ${() => referenceOf({ keys: ['a b'] })}                     | ${'InvalidKey [test/OrdersLogin] keys: invalid value "a b": '}
  ${'a key no variable can be called'} | ${() => referenceOf({ keys: ['tls.crt'] }).asEnvironment()} | ${'InvalidKey [test/OrdersLogin] data: invalid value "tls.crt": '}
`('fails for $because', ({ make, says }) => {
  expect(refusalOf(make)).toContain(says);
});
