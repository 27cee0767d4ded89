import type { Construct } from 'constructs';
import {
  type AwsProvider,
  ClusterSecretStore,
  ExternalSecret,
  type ExternalSecretSpec,
  type KubernetesProvider,
  type RemoteRef,
  SecretStore,
  type SecretStoreProvider,
  type SecretStoreSpec,
  type VaultProvider,
} from '../../imports/external-secrets.io';

/** Every kind of the group, with every field that its binding has. Fields of which one excludes another take turns. */
export function examples(scope: Construct): void {
  new ExternalSecret(scope, 'ExternalSecret', { metadata: { name: 'orders' }, spec: EXTERNAL_SECRET });
  for (const [name, provider] of Object.entries(PROVIDERS)) {
    const { conditions, ...spec } = storeSpec(provider);
    new SecretStore(scope, name, { metadata: { name }, spec });
    new ClusterSecretStore(scope, `Cluster-${name}`, {
      metadata: { name: `cluster-${name}` },
      spec: { ...spec, conditions },
    });
  }
}

const CONVERSION = { conversionStrategy: 'Default', decodingStrategy: 'Base64URL' } as const;

const REMOTE: Required<RemoteRef> = {
  ...CONVERSION,
  key: 'orders/database',
  property: 'password',
  version: '7',
  metadataPolicy: 'None',
};

const EXTERNAL_SECRET: Required<ExternalSecretSpec> = {
  secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
  refreshInterval: '1h0m0s',
  refreshPolicy: 'Periodic',
  target: {
    name: 'orders-database',
    creationPolicy: 'Owner',
    deletionPolicy: 'Delete',
    immutable: true,
    template: {
      engineVersion: 'v2',
      mergePolicy: 'Merge',
      type: 'Opaque',
      metadata: {
        labels: { environment: 'rehearsal' },
        annotations: { owner: 'orders' },
        finalizers: ['example.com/f'],
      },
      data: { url: 'mysql://orders:{{ .password }}@db' },
    },
  },
  data: [{ secretKey: 'password', remoteRef: REMOTE }],
  dataFrom: [
    { extract: REMOTE },
    { find: { ...CONVERSION, path: 'orders', name: { regexp: '.*' } } },
    { find: { ...CONVERSION, tags: { team: 'orders' } } },
  ],
};

const selector = (key: string) => ({ name: 'store-login', namespace: 'secrets', key });
const serviceAccount = { name: 'secrets', namespace: 'secrets', audiences: ['vault'] };
const authority = { type: 'ConfigMap', name: 'authority', key: 'ca.crt', namespace: 'secrets' } as const;

const VAULT: Required<VaultProvider> = {
  server: 'https://vault.example.com:8200',
  path: 'kv',
  version: 'v2',
  namespace: 'team',
  caBundle: 'Y2E=',
  caProvider: authority,
  auth: {
    namespace: 'team',
    tokenSecretRef: selector('token'),
    kubernetes: {
      mountPath: 'kubernetes',
      role: 'orders',
      serviceAccountRef: serviceAccount,
      secretRef: selector('jwt'),
    },
    appRole: { path: 'approle', roleId: 'id', roleRef: selector('role'), secretRef: selector('secret') },
  },
};

const AWS: Required<AwsProvider> = {
  service: 'SecretsManager',
  region: 'eu-central-1',
  role: 'arn:aws:iam::1:role/orders',
  externalID: 'orders',
  prefix: 'orders/',
  auth: {
    jwt: { serviceAccountRef: serviceAccount },
    secretRef: {
      accessKeyIDSecretRef: selector('id'),
      secretAccessKeySecretRef: selector('secret'),
      sessionTokenSecretRef: selector('token'),
    },
  },
};

const KUBERNETES: KubernetesProvider = {
  remoteNamespace: 'secrets',
  server: { url: 'https://other.example.com', caBundle: 'Y2E=', caProvider: authority },
};

const PROVIDERS: Readonly<Record<string, SecretStoreProvider>> = {
  vault: { vault: VAULT },
  aws: { aws: AWS },
  kubernetes: { kubernetes: { ...KUBERNETES, auth: { serviceAccount } } },
  'kubernetes-token': { kubernetes: { ...KUBERNETES, auth: { token: { bearerToken: selector('token') } } } },
  'kubernetes-cert': {
    kubernetes: { ...KUBERNETES, auth: { cert: { clientCert: selector('crt'), clientKey: selector('key') } } },
  },
  fake: { fake: { data: [{ key: 'orders', value: 'x', version: '7' }] } },
};

const storeSpec = (provider: SecretStoreProvider): Required<SecretStoreSpec> => ({
  provider,
  controller: 'main',
  refreshInterval: 300,
  retrySettings: { maxRetries: 3, retryInterval: '10s' },
  conditions: [
    { namespaces: ['orders'] },
    { namespaceRegexes: ['shop-.*'] },
    { namespaceSelector: { matchLabels: { environment: 'rehearsal' } } },
  ],
});
