import { ClusterSecretStore, type ClusterSecretStoreProps } from '../../../lib/constructs/secrets/cluster-secret-store';
import { StoreProvider } from '../../../lib/constructs/secrets/store-provider';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

const provider = StoreProvider.kubernetes({
  namespace: 'secrets',
  serviceAccount: { name: 'reader', namespace: 'secrets' },
});

function storeOf(props: Partial<ClusterSecretStoreProps> = {}) {
  const chart = testChart();
  const store = new ClusterSecretStore(chart, 'ShopVault', { provider, namespaces: ['shop', 'till'], ...props });
  return { store, manifest: objectOf(chart, 'ClusterSecretStore') };
}

test('all defaults: a store of no namespace, for those that are named, called after the id', () => {
  const { store, manifest } = storeOf();
  expect(manifest).toEqual({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ClusterSecretStore',
    metadata: {
      name: 'shop-vault',
      labels: { 'app.kubernetes.io/part-of': 'orders', environment: 'rehearsal' },
    },
    spec: { provider: provider.manifest(), conditions: [{ namespaces: ['shop', 'till'] }] },
  });
  expect(store.reference).toEqual({ kind: 'ClusterSecretStore', name: 'shop-vault' });
});

test('name: another name', () => {
  const { store, manifest } = storeOf({ name: 'vault' });
  expect([manifest.metadata.name, store.reference.name]).toEqual(['vault', 'vault']);
});

const nowhere = StoreProvider.kubernetes({ namespace: 'secrets', serviceAccount: { name: 'reader' } });

test.each`
  because                         | props                      | says
  ${'a name in capitals'}         | ${{ name: 'Vault' }}       | ${'InvalidName [test/ShopVault] name: invalid value "Vault": '}
  ${'no namespace'}               | ${{ namespaces: [] }}      | ${'NoNamespace [test/ShopVault] namespaces: invalid value []: must name at least one'}
  ${'a namespace that is none'}   | ${{ namespaces: ['a.b'] }} | ${'InvalidName [test/ShopVault] namespaces: invalid value "a.b": '}
  ${'an account without a place'} | ${{ provider: nowhere }}   | ${'InvalidProvider [test/ShopVault] provider.serviceAccount.namespace: must be given in a ClusterSecretStore'}
`('fails for $because', ({ props, says }) => {
  expect(refusalOf(() => storeOf(props))).toContain(says);
});
