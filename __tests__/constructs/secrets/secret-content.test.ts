import { SecretContent } from '../../../lib/constructs/secrets/secret-content';
import { secretTypeProblem } from '../../../lib/kubernetes/secret-type';
import { certificate, encryptedKey, otherKey, privateKey, sshKey } from '../../support/key-pair';

const login = { username: 'robot', password: 'p:w' };
const { opaque, dockerRegistry, tls, basicAuth, sshAuth } = SecretContent;

test.each`
  content                                                | type                                | keys
  ${opaque({ a: 'x' })}                                  | ${'Opaque'}                         | ${['a']}
  ${dockerRegistry({ server: 'registry.io', ...login })} | ${'kubernetes.io/dockerconfigjson'} | ${['.dockerconfigjson']}
  ${tls({ certificate, privateKey })}                    | ${'kubernetes.io/tls'}              | ${['tls.crt', 'tls.key']}
  ${basicAuth(login)}                                    | ${'kubernetes.io/basic-auth'}       | ${['username', 'password']}
  ${sshAuth({ privateKey: sshKey })}                     | ${'kubernetes.io/ssh-auth'}         | ${['ssh-privatekey']}
`('$type has the keys that Kubernetes asks of it', ({ content, type, keys }) => {
  expect([content.type, Object.keys(content.data), content.problem()]).toEqual([type, keys, undefined]);
  expect(secretTypeProblem(type, Object.keys(content.data))).toBeUndefined();
});

// kubectl create secret docker-registry --docker-server=registry.io --docker-username=robot --docker-password=p:w
test('the login of a registry is what kubectl makes of it', () => {
  const { data } = dockerRegistry({ server: 'registry.io', ...login });
  expect(data['.dockerconfigjson']).toBe(
    '{"auths":{"registry.io":{"username":"robot","password":"p:w","auth":"cm9ib3Q6cDp3"}}}',
  );
});

test('a certificate may be followed by those between it and the root', () => {
  const chain = `${certificate}\n# intermediate\n${certificate}`;
  expect(tls({ certificate: chain, privateKey }).data).toEqual({ 'tls.crt': chain, 'tls.key': privateKey });
  expect(tls({ certificate: chain, privateKey }).problem()).toBeUndefined();
});

test('a key for SSH ends with a line end, without which OpenSSH takes it for none', () => {
  expect(sshAuth({ privateKey: sshKey.trimEnd() }).data).toEqual({ 'ssh-privatekey': sshKey });
});

test.each(['registry.example.com', 'localhost:5000', 'https://index.docker.io/v1/', 'ghcr.io/shop'])(
  '%s is a registry',
  (server) => {
    expect(dockerRegistry({ server, ...login }).problem()).toBeUndefined();
  },
);

const BASE64 = 'BASE64_ENCODED_CERTIFICATE';
const twice = (pem: string) => Buffer.from(pem).toString('base64');

test.each`
  because                    | content                                                                | prop             | rule
  ${'a placeholder'}         | ${tls({ certificate: BASE64, privateKey })}                            | ${'certificate'} | ${'must be a certificate in PEM'}
  ${'base64 of PEM'}         | ${tls({ certificate: twice(certificate), privateKey })}                | ${'certificate'} | ${'must be a certificate in PEM'}
  ${'a key in its place'}    | ${tls({ certificate: privateKey, privateKey })}                        | ${'certificate'} | ${'must be a certificate in PEM'}
  ${'a cut certificate'}     | ${tls({ certificate: certificate.replace('MIIB', 'MI'), privateKey })} | ${'certificate'} | ${'must be a certificate in PEM'}
  ${'a broken chain'}        | ${tls({ certificate: certificate + cut(certificate), privateKey })}    | ${'certificate'} | ${'must be a certificate in PEM'}
  ${'no key'}                | ${tls({ certificate, privateKey: certificate })}                       | ${'privateKey'}  | ${'must be a private key in PEM, without'}
  ${'a passphrase'}          | ${tls({ certificate, privateKey: encryptedKey })}                      | ${'privateKey'}  | ${'must be a private key in PEM, without'}
  ${'the key of another'}    | ${tls({ certificate, privateKey: otherKey })}                          | ${'privateKey'}  | ${'must be the key of the certificate'}
  ${'a key of SSH cut off'}  | ${sshAuth({ privateKey: sshKey.slice(0, 100) })}                       | ${'privateKey'}  | ${'must be a private key in PEM'}
  ${'no server'}             | ${dockerRegistry({ server: '', ...login })}                            | ${'server'}      | ${'must be the host of a registry'}
  ${'a server with a space'} | ${dockerRegistry({ server: 'a b', ...login })}                         | ${'server'}      | ${'must be the host of a registry'}
  ${'a colon in the user'}   | ${dockerRegistry({ server: 'a.io', username: 'a:b', password: 'c' })}  | ${'username'}    | ${'must not contain ":"'}
  ${'no password'}           | ${dockerRegistry({ server: 'a.io', username: 'a', password: '' })}     | ${'password'}    | ${'must not be empty'}
  ${'no user'}               | ${basicAuth({ username: '', password: 'c' })}                          | ${'username'}    | ${'must not be empty'}
`('says what is wrong with $because', ({ content, prop, rule }) => {
  expect(content.problem()).toMatchObject({ prop, rule: expect.stringContaining(rule) });
});

function cut(pem: string): string {
  return pem.replace('MIIB', 'MI');
}
