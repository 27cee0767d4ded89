import { createHash } from 'node:crypto';
import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { ConfigData } from '../../kubernetes/config-data';
import { k8s } from '../../kubernetes/k8s';
import type { ConfigSource } from '../container/config-source';
import type { VariableSource } from '../container/variable-source';
import { objectName } from '../object-name';
import { configMapData } from './config-map-data';
import { KeyedSource } from './keyed-source';
import { requireSoundData } from './require-sound-data';

/** Props of `VersionedConfig`. */
export interface VersionedConfigProps {
  /**
   * Keys and contents: text, or bytes. A key is a variable's name or a file's name. Never a secret. `env.files(path)` gives
   * the files of a folder of the project.
   */
  readonly data: ConfigData;

  /**
   * Name before the part that its content makes.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;
}

/**
 * Config that never changes: other content is another ConfigMap, with another name.
 *
 * So a change rolls the Pods that read it and no others, Pods of the old version never see the new content, and a rollback
 * finds the old one: `kubectl apply` leaves it, and Argo CD is told not to prune it.
 *
 * Defines one immutable ConfigMap, `<name>-<first 10 of its SHA-256>`; none where the chart has one of this name already:
 * versions that run side by side may have the same config.
 *
 * @throws InvalidProp `InvalidName`, `NoData`, `InvalidKey`, `TooLarge`, and `UnknownKey` when it is read
 * @example const config = new VersionedConfig(this, 'Config', { data: { URL: 'http://db:3306' } });
 */
export class VersionedConfig extends Construct {
  /** The ConfigMap itself, for what the props do not cover. */
  public readonly configMap: k8s.KubeConfigMap;
  /** Name with the version. */
  public readonly name: string;
  private readonly source: KeyedSource;

  constructor(scope: Construct, id: string, { data, name = objectName(scope, id) }: VersionedConfigProps) {
    super(scope, id);
    this.name = `${name}-${version(data)}`;
    const held = configMapData(data);
    const texts = { ...held.data, ...held.binaryData };
    requireSoundData(this, { kind: 'ConfigMap', name: this.name, prop: 'data', texts });
    this.source = new KeyedSource(this, { configMap: this.name }, Object.keys(data).sort());

    this.configMap = this.twin()?.configMap ?? this.define(held);
  }

  private twin(): VersionedConfig | undefined {
    const others = Chart.of(this).node.findAll();
    return others.find(
      (part): part is VersionedConfig => part instanceof VersionedConfig && part !== this && part.name === this.name,
    );
  }

  private define(held: Pick<k8s.KubeConfigMapProps, 'data' | 'binaryData'>): k8s.KubeConfigMap {
    return new k8s.KubeConfigMap(this, 'ConfigMap', {
      metadata: {
        name: this.name,
        annotations: {
          // a version that nothing names any more is kept for a rollback, and is no difference to report
          'argocd.argoproj.io/sync-options': 'Prune=false',
          'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
        },
      },
      immutable: true,
      ...held,
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

/** The same content gives the same version, in whatever order its keys were written. */
function version(data: ConfigData): string {
  const sorted = Object.entries(data)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    // bytes are told apart from the text that their base64 would be
    .map(([key, value]) => (typeof value === 'string' ? [key, value] : [key, [Buffer.from(value).toString('base64')]]));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 10);
}
