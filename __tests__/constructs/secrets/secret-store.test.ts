import { SecretStore, type SecretStoreProps } from '../../../lib/constructs/secrets/secret-store';
import { StoreProvider } from '../../../lib/constructs/secrets/store-provider';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

const provider = StoreProvider.aws({ service: 'ParameterStore', region: 'eu-central-1' });

function storeOf(props: Partial<SecretStoreProps> = {}) {
  const chart = testChart();
  const store = new SecretStore(chart, 'OrdersVault', { provider, ...props });
  return { store, manifest: objectOf(chart, 'SecretStore') };
}

test('all defaults: a store called after the id, and how ExternalSecrets name it', () => {
  const { store, manifest } = storeOf();
  expect(manifest).toEqual({
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: {
      name: 'orders-vault',
      namespace: 'shop',
      labels: { 'app.kubernetes.io/part-of': 'orders', environment: 'rehearsal' },
    },
    spec: { provider: provider.manifest() },
  });
  expect(store.reference).toEqual({ kind: 'SecretStore', name: 'orders-vault' });
});

test('name: another name', () => {
  const { store, manifest } = storeOf({ name: 'vault' });
  expect([manifest.metadata.name, store.reference.name]).toEqual(['vault', 'vault']);
});

test.each`
  because                       | props                             | says
  ${'a name in capitals'}       | ${{ name: 'Vault' }}              | ${'InvalidName [test/OrdersVault] name: invalid value "Vault": '}
  ${'a provider that is wrong'} | ${{ provider: vault('secrets') }} | ${'InvalidProvider [test/OrdersVault] provider.serviceAccount.namespace: invalid value "secrets": must not be given in a SecretStore'}
`('fails for $because', ({ props, says }) => {
  expect(refusalOf(() => storeOf(props))).toContain(says);
});

function vault(namespace: string): StoreProvider {
  const serviceAccount = { name: 'orders', namespace };
  return StoreProvider.vault({ server: 'https://vault:8200', path: 'kv', role: 'orders', serviceAccount });
}
