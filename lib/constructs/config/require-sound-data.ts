import type { Construct } from 'constructs';
import { configDataBytes, configDataKeyProblem, MAX_CONFIG_DATA_BYTES } from '../../kubernetes/config-data';
import { nameProblem } from '../../kubernetes/names';
import { InvalidProp } from '../invalid-prop';

/** What a ConfigMap or a Secret is to hold, as it will be written: bytes are base64. */
export interface HeldData {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** Prop that the contents were given in. */
  readonly prop: string;
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Holds a name, keys and contents against what Kubernetes stores and `kubectl apply` can send. A content is never shown.
 *
 * @throws InvalidProp `InvalidName`, `NoData`, `InvalidKey`, `TooLarge`
 */
export function requireSoundData(scope: Construct, { kind, name, prop, texts }: HeldData): void {
  const rule = nameProblem(kind, name);
  if (rule) throw new InvalidProp('InvalidName', scope, { prop: 'name', got: name, rule, mend: 'choose another name' });
  const keys = Object.keys(texts).sort();
  if (keys.length === 0) {
    const mend = 'say what is in it, or leave the construct out';
    throw new InvalidProp('NoData', scope, { prop, got: {}, rule: 'must have a key', mend });
  }
  for (const got of keys) {
    const wrong = configDataKeyProblem(got);
    if (wrong) throw new InvalidProp('InvalidKey', scope, { prop, got, rule: wrong, mend: 'rename the key' });
  }
  const bytes = configDataBytes(texts);
  if (bytes <= MAX_CONFIG_DATA_BYTES) return;
  throw new InvalidProp('TooLarge', scope, {
    prop,
    got: `${bytes} bytes`,
    rule: `must be at most ${MAX_CONFIG_DATA_BYTES} bytes as JSON, which is what kubectl apply can send`,
    mend: 'put large files into the image, or into a volume',
  });
}
