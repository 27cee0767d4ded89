import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** The store that secrets are fetched from. */
export interface SecretStoreRef {
  readonly name: string;
  /** @default 'SecretStore' */
  readonly kind?: 'SecretStore' | 'ClusterSecretStore';
}

/** How what a provider holds becomes a value. */
export interface RemoteConversion {
  /** How characters that no key may have are replaced. @default 'Default' */
  readonly conversionStrategy?: 'Default' | 'Unicode';
  /** @default 'None' */
  readonly decodingStrategy?: 'Auto' | 'Base64' | 'Base64URL' | 'None';
}

/** A secret of a provider, or one property of it. */
export interface RemoteRef extends RemoteConversion {
  readonly key: string;
  readonly property?: string;
  /** @default - the newest */
  readonly version?: string;
  /** @default 'None' */
  readonly metadataPolicy?: 'None' | 'Fetch';
}

/** One key of the Secret, and where its value is. */
export interface ExternalSecretData {
  readonly secretKey: string;
  readonly remoteRef: RemoteRef;
}

/** Secrets of a provider by name or tag. */
export interface RemoteFind extends RemoteConversion {
  readonly path?: string;
  readonly name?: { readonly regexp?: string };
  readonly tags?: Readonly<Record<string, string>>;
}

/** Many keys at once: all properties of one secret, or all secrets that are found. One of both. */
export interface ExternalSecretDataFrom {
  readonly extract?: RemoteRef;
  readonly find?: RemoteFind;
}

/** What the Secret is made of beside what is fetched. */
export interface SecretTemplate {
  /** @default 'v2' */
  readonly engineVersion?: 'v2';
  /** Whether `data` here replaces what is fetched. @default 'Replace' */
  readonly mergePolicy?: 'Replace' | 'Merge';
  /** @default 'Opaque' */
  readonly type?: string;
  readonly metadata?: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
  };
  /** Go templates of values: `{{ .password }}`. */
  readonly data?: Readonly<Record<string, string>>;
}

/** The Secret to make. */
export interface ExternalSecretTarget {
  /** @default - the name of the ExternalSecret */
  readonly name?: string;
  /** @default 'Owner' */
  readonly creationPolicy?: 'Owner' | 'Orphan' | 'Merge' | 'None';
  /** What happens when the provider no longer has it. @default 'Retain' */
  readonly deletionPolicy?: 'Delete' | 'Merge' | 'Retain';
  readonly immutable?: boolean;
  readonly template?: SecretTemplate;
}

/** Desired state of an ExternalSecret. */
export interface ExternalSecretSpec {
  readonly secretStoreRef?: SecretStoreRef;
  /** As Go writes a time: `1h0m0s`. @default '1h0m0s' */
  readonly refreshInterval?: string;
  /** @default 'Periodic' */
  readonly refreshPolicy?: 'CreatedOnce' | 'Periodic' | 'OnChange';
  readonly target?: ExternalSecretTarget;
  readonly data?: readonly ExternalSecretData[];
  readonly dataFrom?: readonly ExternalSecretDataFrom[];
}

/** A key of a Secret that a store signs in with. */
export interface SecretKeySelector {
  readonly name?: string;
  /** Of a ClusterSecretStore. @default - the store's */
  readonly namespace?: string;
  readonly key?: string;
}

/** A ServiceAccount that a store signs in as. */
export interface ServiceAccountSelector {
  readonly name: string;
  /** Of a ClusterSecretStore. @default - the store's */
  readonly namespace?: string;
  readonly audiences?: readonly string[];
}

/** Where the certificate of an authority is. */
export interface CaProvider {
  readonly type: 'Secret' | 'ConfigMap';
  readonly name: string;
  readonly key?: string;
  /** Of a ClusterSecretStore. */
  readonly namespace?: string;
}

/** How to sign in to Vault. */
export interface VaultAuth {
  readonly namespace?: string;
  readonly tokenSecretRef?: SecretKeySelector;
  readonly kubernetes?: {
    readonly mountPath: string;
    readonly role: string;
    readonly serviceAccountRef?: ServiceAccountSelector;
    readonly secretRef?: SecretKeySelector;
  };
  readonly appRole?: {
    readonly path: string;
    readonly roleId?: string;
    readonly roleRef?: SecretKeySelector;
    readonly secretRef: SecretKeySelector;
  };
}

/** A KV engine of HashiCorp Vault. */
export interface VaultProvider {
  readonly server: string;
  /** Mount of the engine. */
  readonly path?: string;
  /** @default 'v2' */
  readonly version?: 'v1' | 'v2';
  readonly namespace?: string;
  /** PEM of the authority, as base64. */
  readonly caBundle?: string;
  readonly caProvider?: CaProvider;
  readonly auth?: VaultAuth;
}

/** AWS Secrets Manager or Parameter Store. */
export interface AwsProvider {
  readonly service: 'SecretsManager' | 'ParameterStore';
  readonly region: string;
  /** Role to assume. */
  readonly role?: string;
  readonly externalID?: string;
  readonly prefix?: string;
  readonly auth?: {
    readonly jwt?: { readonly serviceAccountRef?: ServiceAccountSelector };
    readonly secretRef?: {
      readonly accessKeyIDSecretRef?: SecretKeySelector;
      readonly secretAccessKeySecretRef?: SecretKeySelector;
      readonly sessionTokenSecretRef?: SecretKeySelector;
    };
  };
}

/** Secrets of a Kubernetes namespace, in this cluster or another. */
export interface KubernetesProvider {
  /** @default 'default' */
  readonly remoteNamespace?: string;
  readonly server?: {
    /** @default 'kubernetes.default' */
    readonly url?: string;
    /** PEM of the authority, as base64. */
    readonly caBundle?: string;
    readonly caProvider?: CaProvider;
  };
  /** One of them. */
  readonly auth?: {
    readonly serviceAccount?: ServiceAccountSelector;
    readonly token?: { readonly bearerToken?: SecretKeySelector };
    readonly cert?: { readonly clientCert?: SecretKeySelector; readonly clientKey?: SecretKeySelector };
  };
}

/** Values that stand in the store itself, for tests. */
export interface FakeProvider {
  readonly data: readonly { readonly key: string; readonly value: string; readonly version?: string }[];
}

/** What a store asks; one of them. */
export interface SecretStoreProvider {
  readonly vault?: VaultProvider;
  readonly aws?: AwsProvider;
  readonly kubernetes?: KubernetesProvider;
  readonly fake?: FakeProvider;
}

/** Namespaces that may use a ClusterSecretStore. */
export interface ClusterSecretStoreCondition {
  readonly namespaces?: readonly string[];
  readonly namespaceRegexes?: readonly string[];
  readonly namespaceSelector?: { readonly matchLabels?: Readonly<Record<string, string>> };
}

/** Desired state of a SecretStore or a ClusterSecretStore. */
export interface SecretStoreSpec {
  readonly provider: SecretStoreProvider;
  /** Instance of the controller that serves it. */
  readonly controller?: string;
  /** Seconds between checks of the store. */
  readonly refreshInterval?: number;
  readonly retrySettings?: { readonly maxRetries?: number; readonly retryInterval?: string };
  /** Of a ClusterSecretStore. @default - every namespace */
  readonly conditions?: readonly ClusterSecretStoreCondition[];
}

/** Props of `ExternalSecret`. */
export interface ExternalSecretProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** What to fetch, from where, and the Secret to make of it. */
  readonly spec: ExternalSecretSpec;
}

/** Props of `SecretStore` and `ClusterSecretStore`. */
export interface SecretStoreProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** What is asked, and how to sign in. */
  readonly spec: SecretStoreSpec;
}

/**
 * ExternalSecret of External Secrets Operator, in the field names of its CRD.
 *
 * @source github.com/external-secrets/external-secrets@1.3.2 config/crds/bases/external-secrets.io_externalsecrets.yaml
 */
export class ExternalSecret extends ApiObject {
  constructor(scope: Construct, id: string, props: ExternalSecretProps) {
    super(scope, id, { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', ...props });
  }
}

/**
 * SecretStore of External Secrets Operator, in the field names of its CRD.
 *
 * @source github.com/external-secrets/external-secrets@1.3.2 config/crds/bases/external-secrets.io_secretstores.yaml
 */
export class SecretStore extends ApiObject {
  constructor(scope: Construct, id: string, props: SecretStoreProps) {
    super(scope, id, { apiVersion: 'external-secrets.io/v1', kind: 'SecretStore', ...props });
  }
}

/**
 * ClusterSecretStore of External Secrets Operator, in the field names of its CRD.
 *
 * @source github.com/external-secrets/external-secrets@1.3.2 config/crds/bases/external-secrets.io_clustersecretstores.yaml
 */
export class ClusterSecretStore extends ApiObject {
  constructor(scope: Construct, id: string, props: SecretStoreProps) {
    super(scope, id, { apiVersion: 'external-secrets.io/v1', kind: 'ClusterSecretStore', ...props });
  }

  /** A cluster's own objects live in no namespace: cdk8s would write the chart's. */
  override toJson(): Record<string, unknown> {
    const { metadata, ...rest } = super.toJson();
    const { namespace, ...others } = metadata;
    return { ...rest, metadata: others };
  }
}
