import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** What the Secret is made of beside what is decrypted. */
export interface SealedSecretTemplate {
  /** @default 'Opaque' */
  readonly type?: string;
  readonly immutable?: boolean;
  readonly metadata?: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  /** Go templates of further values: `{{ .password }}`. */
  readonly data?: Readonly<Record<string, string>>;
}

/** Desired state of a SealedSecret. */
export interface SealedSecretSpec {
  /** What `kubeseal` gave, by key. */
  readonly encryptedData: Readonly<Record<string, string>>;
  readonly template?: SealedSecretTemplate;
}

/** Props of `SealedSecret`. */
export interface SealedSecretProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** What is sealed, and the Secret to make of it. */
  readonly spec: SealedSecretSpec;
}

/**
 * SealedSecret of Sealed Secrets, in the field names of its CRD.
 *
 * @source github.com/bitnami-labs/sealed-secrets@0.40.0 helm/sealed-secrets/crds/bitnami.com_sealedsecrets.yaml
 */
export class SealedSecret extends ApiObject {
  constructor(scope: Construct, id: string, props: SealedSecretProps) {
    super(scope, id, { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', ...props });
  }
}
