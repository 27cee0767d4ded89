import { Construct } from 'constructs';
import type { ConfigData } from '../../kubernetes/config-data';
import { k8s } from '../../kubernetes/k8s';
import type { ConfigSource } from '../container/config-source';
import type { VariableSource } from '../container/variable-source';
import { objectName } from '../object-name';
import { configMapData } from './config-map-data';
import { KeyedSource } from './keyed-source';
import { requireSoundData } from './require-sound-data';

/** Props of `LiveConfig`. */
export interface LiveConfigProps {
  /**
   * Keys and contents: text, or bytes. A key is a variable's name or a file's name. Never a secret. `env.files(path)` gives
   * the files of a folder of the project.
   */
  readonly data: ConfigData;

  /**
   * Name that its readers know it by.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;
}

/**
 * Config under a name that stays, for programs that follow its changes: a controller that watches its ConfigMap, a server
 * that reads its files again. A change reaches all Pods at once, with no rollout to stop and nothing to roll back to; for a
 * program that reads its config when it starts take `VersionedConfig`.
 *
 * Defines one ConfigMap.
 *
 * @throws InvalidProp `InvalidName`, `NoData`, `InvalidKey`, `TooLarge`, and `UnknownKey` when it is read
 * @example new LiveConfig(this, 'Config', { name: 'ingress-nginx-controller', data: { 'allow-snippet-annotations': 'false' } });
 */
export class LiveConfig extends Construct {
  /** The ConfigMap itself, for what the props do not cover. */
  public readonly configMap: k8s.KubeConfigMap;
  public readonly name: string;
  private readonly source: KeyedSource;

  constructor(scope: Construct, id: string, { data, name = objectName(scope, id) }: LiveConfigProps) {
    super(scope, id);
    const held = configMapData(data);
    const texts = { ...held.data, ...held.binaryData };
    requireSoundData(this, { kind: 'ConfigMap', name, prop: 'data', texts });
    this.name = name;
    this.source = new KeyedSource(this, { configMap: name }, Object.keys(data).sort());
    this.configMap = new k8s.KubeConfigMap(this, 'ConfigMap', { metadata: { name }, ...held });
  }

  /** One key as the value of a variable, as it is when a container starts. @throws InvalidProp `UnknownKey` */
  key(key: string): VariableSource {
    return this.source.key(key);
  }

  /**
   * Every key as an environment variable, as it is when a container starts: a change reaches no container that runs.
   *
   * @throws InvalidProp `InvalidKey` for a key that no variable can be called
   */
  asEnvironment(): ConfigSource {
    return this.source.asEnvironment();
  }

  /** Every key as a file in a folder of the container, read-only. A change is there within two minutes. */
  asFiles(folder: string): ConfigSource {
    return this.source.asFiles(folder);
  }
}
