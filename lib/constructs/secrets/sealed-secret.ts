import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { SealedSecret as SealedSecretObject } from '../../../imports/bitnami.com';
import { type SecretType, secretTypeProblem } from '../../kubernetes/secret-type';
import { KeyedSource } from '../config/keyed-source';
import { requireSoundData } from '../config/require-sound-data';
import type { ConfigSource } from '../container/config-source';
import type { VariableSource } from '../container/variable-source';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';

/** Props of `SealedSecret`. */
export interface SealedSecretProps {
  /** What `kubeseal --raw` gave, by key. */
  readonly encryptedData: Readonly<Record<string, string>>;

  /**
   * What the values were sealed for: this name in this namespace (`strict`), any name in this namespace, or any.
   *
   * @default 'strict'
   */
  readonly sealedFor?: 'strict' | 'namespace-wide' | 'cluster-wide';

  /**
   * What the Secret is for.
   *
   * @default 'Opaque'
   */
  readonly type?: SecretType;

  /**
   * Name of the SealedSecret, and of the Secret that is made of it.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;
}

/** What left-out props become. */
export const DEFAULTS = { sealedFor: 'strict', type: 'Opaque' } as const;

/**
 * A secret that only the cluster can read: sealed by its public key, so that it may stand in the repository. A `strict`
 * one opens under the name and the namespace alone that it was sealed for.
 *
 * Defines one SealedSecret (`bitnami.com`), and by it a Secret of the same name.
 *
 * @throws InvalidProp `InvalidName`, `NoData`, `InvalidKey`, `TooLarge`, `NotSealed`, `MissingKey`, and `UnknownKey` when it is read
 * @example new SealedSecret(this, 'Database', { encryptedData: { password: 'AgBy3i4OJSWK+PiTySYZZA9rO43cGDEq...' } });
 */
export class SealedSecret extends Construct {
  /** The SealedSecret itself, for what the props do not cover. */
  public readonly sealedSecret: SealedSecretObject;
  /** Name of the Secret. */
  public readonly name: string;
  private readonly source: KeyedSource;

  constructor(scope: Construct, id: string, props: SealedSecretProps) {
    super(scope, id);
    const { encryptedData, sealedFor, type, name } = withDefaults(props, { ...DEFAULTS, name: objectName(scope, id) });
    requireSoundData(this, { kind: 'Secret', name, prop: 'encryptedData', texts: encryptedData });
    this.requireSealed(encryptedData);
    this.requireKeys(type, Object.keys(encryptedData));

    this.name = name;
    this.source = new KeyedSource(this, { secret: name }, Object.keys(encryptedData).sort());
    const annotations = sealedFor === 'strict' ? undefined : { [`sealedsecrets.bitnami.com/${sealedFor}`]: 'true' };
    this.sealedSecret = new SealedSecretObject(this, 'SealedSecret', {
      metadata: { name, annotations },
      spec: {
        encryptedData,
        template: { type, metadata: { labels: { ...Chart.of(this).labels }, annotations } },
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

  /** What is not sealed would be the secret itself, in dist/ for all to read. It is not shown in the error either. */
  private requireSealed(encryptedData: Readonly<Record<string, string>>): void {
    const key = Object.keys(encryptedData).find((name) => !isSealed(encryptedData[name] ?? ''));
    if (key === undefined) return;
    throw new InvalidProp('NotSealed', this, {
      prop: `encryptedData.${key}`,
      got: undefined,
      rule: 'must be what kubeseal gives',
      mend: 'seal the value with kubeseal --raw; if it was committed as it is, change it where it is used',
    });
  }

  private requireKeys(type: SecretType, keys: readonly string[]): void {
    const rule = secretTypeProblem(type, keys);
    if (rule === undefined) return;
    const mend = 'seal it, too';
    throw new InvalidProp('MissingKey', this, { prop: 'encryptedData', got: keys, rule, mend });
  }
}

/**
 * Base64 of: two bytes that say how long the RSA part is, which is as long as the key (2048 bits or more); that part; the
 * AES-GCM part, 16 bytes longer than the value.
 *
 * @source sealed-secrets@0.40.0 pkg/crypto/crypto.go HybridEncrypt
 */
function isSealed(text: string): boolean {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return false;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length < 2) return false;
  const rsa = bytes.readUInt16BE(0);
  return rsa >= 256 && rsa <= 2048 && bytes.length >= 2 + rsa + 16;
}
