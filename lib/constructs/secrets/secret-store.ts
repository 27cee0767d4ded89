import { Construct } from 'constructs';
import { SecretStore as SecretStoreObject, type SecretStoreRef } from '../../../imports/external-secrets.io';
import { nameProblem } from '../../kubernetes/names';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';
import type { StoreProvider } from './store-provider';

/** Props of `SecretStore`. */
export interface SecretStoreProps {
  /** What it asks: `StoreProvider.vault`, `.aws` or `.kubernetes`. */
  readonly provider: StoreProvider;

  /**
   * Name of the store.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;
}

/**
 * Where the ExternalSecrets of one namespace are fetched from.
 *
 * Defines one SecretStore of External Secrets Operator (`external-secrets.io`).
 *
 * @throws InvalidProp `InvalidName`, `InvalidProvider`
 * @example
 * const vault = new SecretStore(this, 'Vault', {
 *   provider: StoreProvider.vault({
 *     server: 'https://vault.example.com', path: 'kv', role: 'orders', serviceAccount: { name: 'orders' },
 *   }),
 * });
 */
export class SecretStore extends Construct {
  /** The store itself, for what the props do not cover. */
  public readonly store: SecretStoreObject;
  /** What ExternalSecrets name it by. */
  public readonly reference: Required<SecretStoreRef>;

  constructor(scope: Construct, id: string, { provider, name = objectName(scope, id) }: SecretStoreProps) {
    super(scope, id);
    this.requireSound(name, provider);
    this.reference = { kind: 'SecretStore', name };
    this.store = new SecretStoreObject(this, 'Store', { metadata: { name }, spec: { provider: provider.manifest() } });
  }

  private requireSound(name: string, provider: StoreProvider): void {
    const rule = nameProblem('SecretStore', name);
    if (rule)
      throw new InvalidProp('InvalidName', this, { prop: 'name', got: name, rule, mend: 'choose another name' });
    const wrong = provider.problem('SecretStore');
    if (wrong) throw new InvalidProp('InvalidProvider', this, wrong);
  }
}
