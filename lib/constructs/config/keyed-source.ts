import type { Construct } from 'constructs';
import { nearest } from '../../kubernetes/nearest';
import type { ConfigSource } from '../container/config-source';
import { fromConfigMap, fromSecret, type VariableSource } from '../container/variable-source';
import { InvalidProp } from '../invalid-prop';

/** Name of the object that has the keys. */
export type KeyedObject = { readonly configMap: string } | { readonly secret: string };

/**
 * A ConfigMap or a Secret as workloads read it. What Kubernetes would only find out when a Pod starts is refused here: a
 * key that the object does not have, and one that no variable can be called.
 */
export class KeyedSource {
  /**
   * @param scope construct that the keys were given to
   * @param keys all that the object has, in the order of letters; `'unknown'` where it is made elsewhere
   */
  constructor(
    private readonly scope: Construct,
    private readonly object: KeyedObject,
    private readonly keys: readonly string[] | 'unknown',
  ) {}

  /** One key as the value of a variable. @throws InvalidProp `UnknownKey` */
  key(key: string): VariableSource {
    this.requireKnown(key);
    return 'secret' in this.object ? fromSecret(this.object.secret, key) : fromConfigMap(this.object.configMap, key);
  }

  /** Every key as a variable. @throws InvalidProp `InvalidKey` for a key that no variable can be called */
  asEnvironment(): ConfigSource {
    const got = this.known().find((key) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(key));
    if (got === undefined) return { as: 'environment', ...this.object };
    const rule = 'must be letters, digits and "_" to be an environment variable';
    const mend = 'rename the key, read it by key(), or read all of them as files';
    throw new InvalidProp('InvalidKey', this.scope, { prop: 'data', got, rule, mend });
  }

  /** Every key as a file in a folder of the container, read-only. */
  asFiles(folder: string): ConfigSource {
    return { as: 'files', ...this.object, folder };
  }

  private known(): readonly string[] {
    return this.keys === 'unknown' ? [] : this.keys;
  }

  /** The Pod would wait for ever: CreateContainerConfigError. */
  private requireKnown(got: string): void {
    if (this.keys === 'unknown' || this.keys.includes(got)) return;
    const near = nearest(got, this.keys);
    throw new InvalidProp('UnknownKey', this.scope, {
      prop: 'key',
      got,
      rule: `must be a key that it has: ${this.keys.join(', ')}`,
      mend: near === undefined ? 'name one of them, or add the key' : `did you mean "${near}"?`,
    });
  }
}
