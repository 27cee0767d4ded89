import { createHash } from 'node:crypto';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { kebabCase, nameProblem } from '../../kubernetes/names';
import type { ConfigSource } from '../container/config-source';
import { InvalidProp } from '../invalid-prop';

/** Props of `VersionedConfig`. */
export interface VersionedConfigProps {
  /** Keys and values. A key is a variable's name or a file's name. Never a secret. */
  readonly data: Readonly<Record<string, string>>;

  /**
   * Name before the part that its content makes.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;
}

/**
 * Most that the data may take as JSON: `kubectl apply` keeps a copy of the object in an annotation, and those may have
 * 262,144 bytes. The rest of the object needs some of them.
 */
const MAX_BYTES = 256_000;

/**
 * Config that never changes: other content is another ConfigMap, with another name.
 *
 * So a change rolls the Pods that read it and no others, Pods of the old version never see the new content, and a rollback
 * finds the old one: `kubectl apply` leaves it, and Argo CD is told not to prune it.
 *
 * Defines one immutable ConfigMap, `<name>-<first 10 of its SHA-256>`.
 *
 * @throws InvalidProp `InvalidName`, `InvalidKey`, `TooLarge`
 * @example const config = new VersionedConfig(this, 'Config', { data: { URL: 'http://db:3306' } });
 */
export class VersionedConfig extends Construct {
  /** The ConfigMap itself, for what the props do not cover. */
  public readonly configMap: k8s.KubeConfigMap;
  /** Name with the version. */
  public readonly name: string;
  private readonly keys: readonly string[];

  constructor(scope: Construct, id: string, { data, name = kebabCase(id) }: VersionedConfigProps) {
    super(scope, id);
    this.keys = Object.keys(data).sort();
    this.name = `${name}-${version(data)}`;
    this.requireSound(data);

    this.configMap = new k8s.KubeConfigMap(this, 'ConfigMap', {
      metadata: {
        name: this.name,
        annotations: {
          // a version that nothing names any more is kept for a rollback, and is no difference to report
          'argocd.argoproj.io/sync-options': 'Prune=false',
          'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
        },
      },
      immutable: true,
      data: { ...data },
    });
  }

  /** Every key as an environment variable. @throws InvalidProp `InvalidKey` for a key that no variable can be called */
  asEnvironment(): ConfigSource {
    for (const key of this.keys)
      this.requireKey(key, /^[A-Za-z_][A-Za-z0-9_]*$/, 'must be letters, digits and "_" to be an environment variable');
    return { as: 'environment', configMap: this.name };
  }

  /** Every key as a file in a folder of the container, read-only. */
  asFiles(folder: string): ConfigSource {
    return { as: 'files', configMap: this.name, folder };
  }

  private requireSound(data: Readonly<Record<string, string>>): void {
    const rule = nameProblem('ConfigMap', this.name);
    if (rule)
      throw new InvalidProp('InvalidName', this, { prop: 'name', got: this.name, rule, mend: 'choose another name' });
    for (const key of this.keys)
      this.requireKey(
        key,
        /^(?!\.\.|\.$)[-._a-zA-Z0-9]{1,253}$/,
        'must be at most 253 letters, digits, "-", "_" and ".", not beginning with ".."',
      );
    const bytes = this.keys.reduce((sum, key) => sum + Buffer.byteLength(key) + Buffer.byteLength(data[key] ?? ''), 0);
    if (bytes <= MAX_BYTES) return;
    const mend = 'put large files into the image, or into a volume';
    throw new InvalidProp('TooLarge', this, {
      prop: 'data',
      got: `${bytes} bytes`,
      rule: `must be at most ${MAX_BYTES} bytes`,
      mend,
    });
  }

  private requireKey(key: string, form: RegExp, rule: string): void {
    if (!form.test(key))
      throw new InvalidProp('InvalidKey', this, { prop: 'data', got: key, rule, mend: 'rename the key' });
  }
}

/** The same content gives the same version, in whatever order its keys were written. */
function version(data: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 10);
}
