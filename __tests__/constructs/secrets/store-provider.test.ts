import { StoreProvider } from '../../../lib/constructs/secrets/store-provider';

const serviceAccount = { name: 'orders' };
const vault = { server: 'https://vault.example.com:8200', path: 'kv', role: 'orders', serviceAccount };

test('vault, all defaults: version 2 of the engine, entered by the auth method where it is usually mounted', () => {
  expect(StoreProvider.vault(vault).manifest()).toEqual({
    vault: {
      server: 'https://vault.example.com:8200',
      path: 'kv',
      version: 'v2',
      auth: { kubernetes: { mountPath: 'kubernetes', role: 'orders', serviceAccountRef: serviceAccount } },
    },
  });
});

test('vault: version and mountPath', () => {
  const provider = StoreProvider.vault({ ...vault, version: 'v1', mountPath: 'clusters/shop' }).manifest();
  expect(provider.vault).toMatchObject({ version: 'v1', auth: { kubernetes: { mountPath: 'clusters/shop' } } });
});

test('aws: by the operator itself, or by a ServiceAccount and a role', () => {
  const region = 'us-gov-west-1';
  expect(StoreProvider.aws({ service: 'ParameterStore', region }).manifest()).toEqual({
    aws: { service: 'ParameterStore', region },
  });
  const role = 'arn:aws:iam::123456789012:role/orders';
  expect(StoreProvider.aws({ service: 'SecretsManager', region, serviceAccount, role }).manifest()).toEqual({
    aws: { service: 'SecretsManager', region, role, auth: { jwt: { serviceAccountRef: serviceAccount } } },
  });
});

test('kubernetes: the cluster itself, by the authority that every namespace has', () => {
  const account = { name: 'reader', namespace: 'till' };
  const caProvider = { type: 'ConfigMap', name: 'kube-root-ca.crt', key: 'ca.crt', namespace: 'till' };
  expect(StoreProvider.kubernetes({ namespace: 'secrets', serviceAccount: account }).manifest()).toEqual({
    kubernetes: {
      remoteNamespace: 'secrets',
      server: { url: 'kubernetes.default', caProvider },
      auth: { serviceAccount: account },
    },
  });
});

const placed = { name: 'orders', namespace: 'till' };

test.each`
  kind                    | provider                                                                    | because
  ${'SecretStore'}        | ${StoreProvider.vault(vault)}                                               | ${'it signs in from its own namespace'}
  ${'ClusterSecretStore'} | ${StoreProvider.vault({ ...vault, serviceAccount: placed })}                | ${'the account is somewhere'}
  ${'ClusterSecretStore'} | ${StoreProvider.aws({ service: 'SecretsManager', region: 'eu-central-1' })} | ${'there is no account'}
`('a $kind takes it: $because', ({ kind, provider }) => {
  expect(provider.problem(kind)).toBeUndefined();
});

test.each`
  kind                    | provider                                                                 | prop
  ${'SecretStore'}        | ${StoreProvider.vault({ ...vault, server: 'vault:8200' })}               | ${'provider.server'}
  ${'SecretStore'}        | ${StoreProvider.aws({ service: 'SecretsManager', region: 'Frankfurt' })} | ${'provider.region'}
  ${'SecretStore'}        | ${StoreProvider.kubernetes({ namespace: 'a.b', serviceAccount })}        | ${'provider.namespace'}
  ${'SecretStore'}        | ${StoreProvider.vault({ ...vault, serviceAccount: placed })}             | ${'provider.serviceAccount.namespace'}
  ${'ClusterSecretStore'} | ${StoreProvider.vault(vault)}                                            | ${'provider.serviceAccount.namespace'}
`('fails in a $kind for $prop', ({ kind, provider, prop }) => {
  expect(provider.problem(kind)).toMatchObject({ prop });
});
