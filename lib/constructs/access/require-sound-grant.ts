import type { Construct } from 'constructs';
import { nameProblem } from '../../kubernetes/names';
import { InvalidProp } from '../invalid-prop';
import type { Subject } from './subject';

/** What a grant of either kind is made of. */
interface Grant {
  readonly kind: 'RoleBinding' | 'ClusterRoleBinding';
  readonly name: string;
  readonly to: readonly Subject[];
}

/**
 * Holds a grant against what Kubernetes accepts.
 *
 * @throws InvalidProp for the first that does not hold
 */
export function requireSoundGrant(scope: Construct, { kind, name, to }: Grant): void {
  const badName = nameProblem(kind, name);
  if (badName)
    throw new InvalidProp('InvalidName', scope, {
      prop: 'name',
      got: name,
      rule: badName,
      mend: 'choose another name',
    });
  if (to.length === 0) {
    const mend = 'name a user, a group or a service account, or leave the grant out';
    throw new InvalidProp('GrantedToNobody', scope, { prop: 'to', got: to, rule: 'must name somebody', mend });
  }
  for (const subject of to) {
    const wrong = subject.problem();
    if (wrong)
      throw new InvalidProp('InvalidSubject', scope, {
        prop: 'to',
        ...wrong,
        mend: 'give the name as it is in the cluster',
      });
  }
}
