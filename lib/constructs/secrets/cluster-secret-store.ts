import { Construct } from 'constructs';
import {
  ClusterSecretStore as ClusterSecretStoreObject,
  type SecretStoreRef,
} from '../../../imports/external-secrets.io';
import { nameProblem } from '../../kubernetes/names';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';
import type { SecretStoreProps } from './secret-store';

/** Props of `ClusterSecretStore`. */
export interface ClusterSecretStoreProps extends SecretStoreProps {
  /** Namespaces that may fetch from it, one at least. In all of them everything that its provider may read can be read. */
  readonly namespaces: readonly string[];
}

/**
 * Where the ExternalSecrets of several namespaces are fetched from.
 *
 * Defines one ClusterSecretStore of External Secrets Operator (`external-secrets.io`).
 *
 * @throws InvalidProp `InvalidName`, `NoNamespace`, `InvalidProvider`
 * @example
 * new ClusterSecretStore(this, 'Vault', {
 *   provider: StoreProvider.vault({
 *     server: 'https://vault.example.com', path: 'kv', role: 'shop', serviceAccount: { name: 'vault', namespace: 'secrets' },
 *   }),
 *   namespaces: ['dev', 'test'],
 * });
 */
export class ClusterSecretStore extends Construct {
  /** The store itself, for what the props do not cover. */
  public readonly store: ClusterSecretStoreObject;
  /** What ExternalSecrets name it by. */
  public readonly reference: Required<SecretStoreRef>;

  constructor(
    scope: Construct,
    id: string,
    { provider, namespaces, name = objectName(scope, id) }: ClusterSecretStoreProps,
  ) {
    super(scope, id);
    this.requireNames(name, namespaces);
    const wrong = provider.problem('ClusterSecretStore');
    if (wrong) throw new InvalidProp('InvalidProvider', this, wrong);
    this.reference = { kind: 'ClusterSecretStore', name };
    this.store = new ClusterSecretStoreObject(this, 'Store', {
      metadata: { name },
      spec: { provider: provider.manifest(), conditions: [{ namespaces }] },
    });
  }

  private requireNames(name: string, namespaces: readonly string[]): void {
    const rule = nameProblem('ClusterSecretStore', name);
    if (rule)
      throw new InvalidProp('InvalidName', this, { prop: 'name', got: name, rule, mend: 'choose another name' });
    if (namespaces.length === 0) {
      const mend = 'name those that may fetch from it: without any, all could';
      throw new InvalidProp('NoNamespace', this, {
        prop: 'namespaces',
        got: namespaces,
        rule: 'must name at least one',
        mend,
      });
    }
    for (const got of namespaces) {
      const wrong = nameProblem('Namespace', got);
      const mend = 'give the name of a namespace';
      if (wrong) throw new InvalidProp('InvalidName', this, { prop: 'namespaces', got, rule: wrong, mend });
    }
  }
}
