import { secretTypeProblem } from '../../lib/kubernetes/secret-type';

test.each`
  type                                | keys
  ${'Opaque'}                         | ${[]}
  ${'kubernetes.io/tls'}              | ${['tls.crt', 'tls.key', 'ca.crt']}
  ${'kubernetes.io/basic-auth'}       | ${['password']}
  ${'kubernetes.io/basic-auth'}       | ${['username']}
  ${'kubernetes.io/ssh-auth'}         | ${['ssh-privatekey']}
  ${'kubernetes.io/dockerconfigjson'} | ${['.dockerconfigjson']}
`('$type with $keys is one', ({ type, keys }) => {
  expect(secretTypeProblem(type, keys)).toBeUndefined();
});

test.each`
  type                                | keys           | missing
  ${'kubernetes.io/tls'}              | ${['tls.crt']} | ${'tls.key'}
  ${'kubernetes.io/basic-auth'}       | ${['user']}    | ${'username and password'}
  ${'kubernetes.io/ssh-auth'}         | ${['id_rsa']}  | ${'ssh-privatekey'}
  ${'kubernetes.io/dockerconfigjson'} | ${['config']}  | ${'.dockerconfigjson'}
`('$type with $keys lacks $missing', ({ type, keys, missing }) => {
  expect(secretTypeProblem(type, keys)).toBe(`must have the key ${missing}, as its type ${type} asks`);
});
