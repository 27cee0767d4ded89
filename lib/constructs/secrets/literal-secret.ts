import { Construct } from 'constructs';
import { base64OfConfigData } from '../../kubernetes/config-data';
import { k8s } from '../../kubernetes/k8s';
import { KeyedSource } from '../config/keyed-source';
import { requireSoundData } from '../config/require-sound-data';
import type { ConfigSource } from '../container/config-source';
import type { VariableSource } from '../container/variable-source';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import type { SecretContent } from './secret-content';

/** Props of `LiteralSecret`. */
export interface LiteralSecretProps {
  /** What it holds: `SecretContent.opaque`, `.dockerRegistry`, `.tls`, `.basicAuth` or `.sshAuth`. */
  readonly content: SecretContent;

  /**
   * Whether secrets may be written into dist/ here: `env.literalSecrets`.
   *
   * @default 'refused'
   */
  readonly literalSecrets?: 'allowed' | 'refused';

  /**
   * Why this one may be all the same. It is written beside it, for whoever finds it there.
   *
   * @default - none: where literal secrets are refused, so is this one
   */
  readonly reason?: string;

  /**
   * Name of the Secret.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;
}

/** What left-out props become. */
export const DEFAULTS = { literalSecrets: 'refused' } as const;

/** Annotation that says why a secret stands in dist/. */
const REASON = 'hello-kubernetes/literal-secret-reason';

/**
 * A secret that is written into dist/, and so is known to everybody who can read the repository: for passwords of a
 * developer's own database, say. Anywhere else take `ExternalSecret`, `SealedSecret`, or `SecretReference`.
 *
 * Defines one Secret. No error shows what it holds.
 *
 * @throws InvalidProp `LiteralSecret`, `NoReason`, `InvalidContent`, `InvalidName`, `NoData`, `InvalidKey`, `TooLarge`, and
 *   `UnknownKey` when it is read
 * @example
 * const database = new LiteralSecret(this, 'Database', {
 *   content: SecretContent.basicAuth({ username: 'orders', password: 'orders' }), literalSecrets: env.literalSecrets,
 * });
 */
export class LiteralSecret extends Construct {
  /** The Secret itself, for what the props do not cover. */
  public readonly secret: k8s.KubeSecret;
  public readonly name: string;
  private readonly source: KeyedSource;

  constructor(scope: Construct, id: string, props: LiteralSecretProps) {
    super(scope, id);
    const { content, literalSecrets, reason, name } = withDefaults(props, { ...DEFAULTS, name: objectName(scope, id) });
    this.requireReason(literalSecrets, reason);
    this.requireContent(content);
    const entries = Object.entries(content.data).map(([key, value]) => [key, base64OfConfigData(value)] as const);
    const data = Object.fromEntries(entries);
    requireSoundData(this, { kind: 'Secret', name, prop: 'content', texts: data });

    this.name = name;
    this.source = new KeyedSource(this, { secret: name }, Object.keys(data).sort());
    this.secret = new k8s.KubeSecret(this, 'Secret', {
      metadata: { name, annotations: reason === undefined ? undefined : { [REASON]: reason } },
      type: content.type,
      data,
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

  private requireReason(literalSecrets: 'allowed' | 'refused', reason: string | undefined): void {
    if (reason !== undefined && reason.trim() === '') {
      const mend = 'say who decided so, and what the secret can open';
      throw new InvalidProp('NoReason', this, { prop: 'reason', got: reason, rule: 'must say why', mend });
    }
    if (literalSecrets === 'allowed' || reason !== undefined) return;
    throw new InvalidProp('LiteralSecret', this, {
      prop: 'content',
      got: undefined,
      rule: 'must not be written into dist/ where literal secrets are refused',
      mend: 'take ExternalSecret, SealedSecret or SecretReference, or say by reason why it may',
    });
  }

  private requireContent(content: SecretContent): void {
    const wrong = content.problem();
    if (wrong) throw new InvalidProp('InvalidContent', this, { ...wrong, prop: `content.${wrong.prop}` });
  }
}
