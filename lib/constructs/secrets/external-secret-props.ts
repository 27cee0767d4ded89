import { Duration } from 'cdk8s';
import type { SecretType } from '../../kubernetes/secret-type';

/** A secret as its provider holds it. */
export interface RemoteSecret {
  /** Name or path there: `orders/database`. */
  readonly key: string;
  /**
   * One property of it, where it holds several.
   *
   * @default - all of it
   */
  readonly property?: string;
  /**
   * Version of it.
   *
   * @default - the newest
   */
  readonly version?: string;
}

/** Props of `ExternalSecret`. */
export interface ExternalSecretProps {
  /** Where to fetch from: `reference` of a `SecretStore` or a `ClusterSecretStore`. */
  readonly store: { readonly kind: 'SecretStore' | 'ClusterSecretStore'; readonly name: string };

  /**
   * Keys, and what becomes their value.
   *
   * @default - none
   */
  readonly data?: Readonly<Record<string, RemoteSecret>>;

  /**
   * Secrets of which each property becomes a key.
   *
   * @default - none
   */
  readonly dataFrom?: readonly RemoteSecret[];

  /**
   * Keys made of what was fetched, as Go templates: `{ URL: 'mysql://orders:{{ .password }}@db' }`. Where they are given,
   * the Secret has these keys alone.
   *
   * @default - the keys that were fetched
   */
  readonly template?: Readonly<Record<string, string>>;

  /**
   * What the Secret is for.
   *
   * @default 'Opaque'
   */
  readonly type?: SecretType;

  /**
   * How often it is fetched again, in whole seconds. Providers count requests.
   *
   * @default Duration.hours(1)
   */
  readonly refreshInterval?: Duration;

  /**
   * What becomes of the Secret when its provider no longer has it.
   *
   * @default 'Retain'
   */
  readonly deletionPolicy?: 'Delete' | 'Retain';

  /**
   * Name of the ExternalSecret, and of the Secret that is made of it.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;
}

/** What left-out props become. `Retain`: a provider that cannot be reached, or was emptied by mistake, stops no Pod. */
export const DEFAULTS = { type: 'Opaque', refreshInterval: Duration.hours(1), deletionPolicy: 'Retain' } as const;
