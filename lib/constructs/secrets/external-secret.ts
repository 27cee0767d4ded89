import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import {
  ExternalSecret as ExternalSecretObject,
  type ExternalSecretSpec,
  type ExternalSecretTarget,
  type RemoteRef,
} from '../../../imports/external-secrets.io';
import { goDuration } from '../../kubernetes/go-duration';
import type { Labels } from '../../kubernetes/labels';
import { KeyedSource } from '../config/keyed-source';
import type { ConfigSource } from '../container/config-source';
import type { VariableSource } from '../container/variable-source';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { DEFAULTS, type ExternalSecretProps, type RemoteSecret } from './external-secret-props';
import { type ResolvedExternalSecretProps, requireSoundExternalSecret } from './require-sound-external-secret';

/**
 * A Secret that External Secrets Operator fetches from where secrets are kept, and keeps up to date. dist/ says where it
 * is, never what it is. Pods that read it wait until it is there; those that read it as variables have the new value once
 * they are restarted.
 *
 * Defines one ExternalSecret (`external-secrets.io`), and by it a Secret of the same name.
 *
 * @throws InvalidProp `InvalidName`, `NoData`, `InvalidKey`, `EmptyRemote`, `MissingKey`, `OutOfRange`, and `UnknownKey` when it is read
 * @example
 * const database = new ExternalSecret(this, 'Database', {
 *   store: { kind: 'ClusterSecretStore', name: 'vault' }, data: { password: { key: 'orders/database', property: 'password' } },
 * });
 */
export class ExternalSecret extends Construct {
  /** The ExternalSecret itself, for what the props do not cover. */
  public readonly externalSecret: ExternalSecretObject;
  /** Name of the Secret. */
  public readonly name: string;
  private readonly source: KeyedSource;

  constructor(scope: Construct, id: string, props: ExternalSecretProps) {
    super(scope, id);
    const resolved = withDefaults(props, { ...DEFAULTS, name: objectName(scope, id) });
    const { name, store, refreshInterval } = resolved;
    const keys = keysOf(resolved);
    requireSoundExternalSecret(this, resolved, keys);

    this.name = name;
    this.source = new KeyedSource(this, { secret: name }, keys);
    this.externalSecret = new ExternalSecretObject(this, 'ExternalSecret', {
      metadata: { name },
      spec: {
        secretStoreRef: { kind: store.kind, name: store.name },
        refreshInterval: goDuration(refreshInterval),
        target: target(resolved, Chart.of(this).labels),
        ...fetched(resolved),
      },
    });
  }

  /** One key as the value of a variable. @throws InvalidProp `UnknownKey` */
  key(key: string): VariableSource {
    return this.source.key(key);
  }

  /** Every key as an environment variable. @throws InvalidProp `InvalidKey` for a key that no variable can be called */
  asEnvironment(): ConfigSource {
    return this.source.asEnvironment();
  }

  /** Every key as a file in a folder of the container, read-only. */
  asFiles(folder: string): ConfigSource {
    return this.source.asFiles(folder);
  }
}

/** What the properties of a secret are called, only its provider knows. */
function keysOf({ data = {}, dataFrom = [], template }: ResolvedExternalSecretProps): readonly string[] | 'unknown' {
  if (template) return Object.keys(template).sort();
  return dataFrom.length > 0 ? 'unknown' : Object.keys(data).sort();
}

/**
 * Without metadata the operator would give the Secret all annotations of the ExternalSecret: those of kubectl and of Argo
 * CD too, by which they know what is theirs.
 *
 * @source external-secrets@1.3.2 pkg/controllers/externalsecret/externalsecret_controller_template.go setMetadata
 */
function target(props: ResolvedExternalSecretProps, labels: Labels): ExternalSecretTarget {
  const { name, deletionPolicy, type, template: data } = props;
  return {
    name,
    creationPolicy: 'Owner',
    deletionPolicy,
    template: { engineVersion: 'v2', mergePolicy: 'Replace', type, metadata: { labels: { ...labels } }, data },
  };
}

/** What is fetched; an empty list is left out. */
function fetched({
  data = {},
  dataFrom = [],
}: ResolvedExternalSecretProps): Pick<ExternalSecretSpec, 'data' | 'dataFrom'> {
  const byKey = Object.entries(data).map(([secretKey, of]) => ({ secretKey, remoteRef: remoteRef(of) }));
  const whole = dataFrom.map((of) => ({ extract: remoteRef(of) }));
  return { data: byKey.length > 0 ? byKey : undefined, dataFrom: whole.length > 0 ? whole : undefined };
}

/** Every default of the CRD is written out: left out, Argo CD sees a difference for ever. */
function remoteRef({ key, property, version }: RemoteSecret): RemoteRef {
  return {
    key,
    property,
    version,
    conversionStrategy: 'Default',
    decodingStrategy: 'None',
    metadataPolicy: 'None',
  };
}
