import type { SecretStoreProvider, ServiceAccountSelector } from '../../../imports/external-secrets.io';
import { nameProblem } from '../../kubernetes/names';
import type { InvalidPropDetails } from '../invalid-prop';

/** A ServiceAccount that a store signs in as. */
export interface StoreAccount {
  readonly name: string;
  /**
   * Its namespace.
   *
   * @default - the store's; a ClusterSecretStore has none, and needs it
   */
  readonly namespace?: string;
}

/** A KV engine of HashiCorp Vault, entered by its Kubernetes auth method. */
export interface VaultOptions {
  /** Address: `https://vault.example.com:8200`. */
  readonly server: string;
  /** Mount of the engine: `kv`. */
  readonly path: string;
  /** Role of the auth method. */
  readonly role: string;
  /** Who signs in. */
  readonly serviceAccount: StoreAccount;
  /**
   * Version of the engine.
   *
   * @default 'v2'
   */
  readonly version?: 'v1' | 'v2';
  /**
   * Mount of the auth method.
   *
   * @default 'kubernetes'
   */
  readonly mountPath?: string;
}

/** AWS Secrets Manager or Parameter Store. */
export interface AwsOptions {
  /** Which of both. */
  readonly service: 'SecretsManager' | 'ParameterStore';
  /** Region: `eu-central-1`. */
  readonly region: string;
  /**
   * Who signs in, by IAM roles for service accounts.
   *
   * @default - the operator itself, with all that it may read
   */
  readonly serviceAccount?: StoreAccount;
  /**
   * ARN of a role to assume.
   *
   * @default - none
   */
  readonly role?: string;
}

/** Secrets of another namespace of the same cluster. */
export interface KubernetesOptions {
  /** Namespace to read from. */
  readonly namespace: string;
  /** Who reads: it must be allowed to, by a Role there. */
  readonly serviceAccount: StoreAccount;
}

/** What left-out options become. */
export const DEFAULTS = { version: 'v2', mountPath: 'kubernetes' } as const;

/**
 * What a store asks, and who it signs in as. No way in takes a secret that stands in the manifest, and the provider that
 * holds values itself (`fake`) is left out for the same reason. Every default of the CRD is written out.
 */
export class StoreProvider {
  /** HashiCorp Vault. */
  static vault({ server, path, role, serviceAccount, ...options }: VaultOptions): StoreProvider {
    const { version = DEFAULTS.version, mountPath = DEFAULTS.mountPath } = options;
    const auth = { kubernetes: { mountPath, role, serviceAccountRef: serviceAccount } };
    const rule = /^https?:\/\/[^\s/]+/.test(server) ? undefined : 'must be a URL';
    const mend = 'give the address with its scheme, such as "https://vault.example.com:8200"';
    const wrong = rule === undefined ? undefined : { prop: 'provider.server', got: server, rule, mend };
    return new StoreProvider({ vault: { server, path, version, auth } }, serviceAccount, wrong);
  }

  /** Amazon Web Services. */
  static aws({ service, region, serviceAccount, role }: AwsOptions): StoreProvider {
    const auth = serviceAccount && { jwt: { serviceAccountRef: serviceAccount } };
    const rule = /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region) ? undefined : 'must be a region';
    const mend = 'give it as AWS calls it, such as "eu-central-1"';
    const wrong = rule === undefined ? undefined : { prop: 'provider.region', got: region, rule, mend };
    return new StoreProvider({ aws: { service, region, role, auth } }, serviceAccount, wrong);
  }

  /** The cluster itself. */
  static kubernetes({ namespace, serviceAccount }: KubernetesOptions): StoreProvider {
    // every namespace has the authority of the API server in this ConfigMap
    const caProvider = {
      type: 'ConfigMap',
      name: 'kube-root-ca.crt',
      key: 'ca.crt',
      namespace: serviceAccount.namespace,
    } as const;
    const server = { url: 'kubernetes.default', caProvider };
    const rule = nameProblem('Namespace', namespace);
    const mend = 'give the namespace that the secrets are in';
    const wrong = rule === undefined ? undefined : { prop: 'provider.namespace', got: namespace, rule, mend };
    const kubernetes = { remoteNamespace: namespace, server, auth: { serviceAccount } };
    return new StoreProvider({ kubernetes }, serviceAccount, wrong);
  }

  private constructor(
    private readonly provider: SecretStoreProvider,
    private readonly account: ServiceAccountSelector | undefined,
    private readonly wrong: InvalidPropDetails | undefined,
  ) {}

  /** Why the operator would refuse this in a store of this kind; nothing where it would not. */
  problem(kind: 'SecretStore' | 'ClusterSecretStore'): InvalidPropDetails | undefined {
    if (this.wrong || !this.account) return this.wrong;
    const { namespace } = this.account;
    const [prop, got] = ['provider.serviceAccount.namespace', namespace];
    if (kind === 'SecretStore' && namespace !== undefined) {
      const rule = 'must not be given in a SecretStore, which signs in from its own';
      return { prop, got, rule, mend: 'leave it out, or take a ClusterSecretStore' };
    }
    if (kind === 'SecretStore' || namespace !== undefined) return undefined;
    return { prop, got, rule: 'must be given in a ClusterSecretStore', mend: 'say where the ServiceAccount is' };
  }

  /** The provider as a store holds it. */
  manifest(): SecretStoreProvider {
    return this.provider;
  }
}
