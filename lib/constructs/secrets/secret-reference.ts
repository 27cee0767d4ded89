import { Construct } from 'constructs';
import { configDataKeyProblem } from '../../kubernetes/config-data';
import { nameProblem } from '../../kubernetes/names';
import { KeyedSource } from '../config/keyed-source';
import type { ConfigSource } from '../container/config-source';
import type { VariableSource } from '../container/variable-source';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';

/** Props of `SecretReference`. */
export interface SecretReferenceProps {
  /**
   * Name of the Secret, in the namespace of what reads it.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * Keys that it has. Where they are said, no other can be read.
   *
   * @default - not known: every key is taken
   */
  readonly keys?: readonly string[];
}

/**
 * A Secret that somebody else makes: an operator, an administrator, another program.
 *
 * Defines nothing.
 *
 * @throws InvalidProp `InvalidName`, `InvalidKey`, and `UnknownKey` when it is read
 * @example const database = new SecretReference(this, 'Database', { name: 'multiroute-database', keys: ['password'] });
 */
export class SecretReference extends Construct {
  public readonly name: string;
  private readonly source: KeyedSource;

  constructor(scope: Construct, id: string, { name = objectName(scope, id), keys }: SecretReferenceProps = {}) {
    super(scope, id);
    this.requireNames(name, keys ?? []);
    this.name = name;
    this.source = new KeyedSource(this, { secret: name }, keys ? [...keys].sort() : 'unknown');
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

  private requireNames(name: string, keys: readonly string[]): void {
    const rule = nameProblem('Secret', name);
    if (rule) {
      const mend = 'give the name of the Secret as kubectl shows it';
      throw new InvalidProp('InvalidName', this, { prop: 'name', got: name, rule, mend });
    }
    for (const got of keys) {
      const wrong = configDataKeyProblem(got);
      const mend = 'give the key as kubectl describe secret shows it';
      if (wrong) throw new InvalidProp('InvalidKey', this, { prop: 'keys', got, rule: wrong, mend });
    }
  }
}
