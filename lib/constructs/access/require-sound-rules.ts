import type { Construct } from 'constructs';
import { nameProblem } from '../../kubernetes/names';
import { InvalidProp } from '../invalid-prop';
import { type AccessRule, accessRuleMistake } from './access-rule';

/** What a role of either kind is made of. */
interface Role {
  readonly kind: 'Role' | 'ClusterRole';
  readonly name: string;
  readonly rules: readonly AccessRule[];
}

/**
 * Holds a role against what Kubernetes accepts, and its rules against what they could ever allow.
 *
 * @throws InvalidProp for the first that does not hold
 */
export function requireSoundRules(scope: Construct, { kind, name, rules }: Role): void {
  const badName = nameProblem(kind, name);
  if (badName)
    throw new InvalidProp('InvalidName', scope, {
      prop: 'name',
      got: name,
      rule: badName,
      mend: 'choose another name',
    });
  for (const [index, rule] of rules.entries()) {
    const wrong = accessRuleMistake(rule);
    if (wrong) throw new InvalidProp(wrong.code, scope, { ...wrong, prop: `rules[${index}].${wrong.prop}` });
  }
}
