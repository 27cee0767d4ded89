import { Construct } from 'constructs';
import { ENVIRONMENT_LABEL } from '../../kubernetes/labels';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { type AccessLevel, accessLevelRules } from './access-level';
import type { AccessRule } from './access-rule';
import { NamespaceGrant } from './namespace-grant';
import { NamespaceRole } from './namespace-role';
import type { Subject } from './subject';

/** An environment that people work in, and what they may do there. */
export interface EnvironmentAccess {
  /** Name of the environment: the value of the label `environment`. */
  readonly name: string;
  readonly namespace: string;
  readonly level: AccessLevel;
}

/** Props of `TeamAccess`. */
export interface TeamAccessProps {
  /** Who: a group, so that people come and go without a change here, or single users. */
  readonly to: readonly Subject[];

  /** Where, and as what. Where they are not named they may do nothing. */
  readonly environments: readonly EnvironmentAccess[];

  /**
   * What they may do beside their level, everywhere they are: see the custom resources of a cluster, say.
   *
   * @default - nothing
   */
  readonly rules?: readonly AccessRule[];

  /**
   * Name of the roles and of their grants.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;
}

/**
 * What a team may do in which environments. The names stay when a level changes, so that the new one takes the place of the
 * old: an apply replaces the rules, and no earlier right is left beside them. An environment that is taken out of the list
 * has to be pruned, or its RoleBinding deleted by hand.
 *
 * Defines a `NamespaceRole` and a `NamespaceGrant` in each environment. `npm run onboard` makes people members of a group.
 *
 * @throws InvalidProp `NoEnvironment`, `EnvironmentTwice`, and as its parts do
 * @example
 * new TeamAccess(this, 'Backend', {
 *   to: [Subject.group('backend')],
 *   environments: [{ name: 'dev', namespace: 'dev', level: 'developer' }, { name: 'prod', namespace: 'prod', level: 'viewer' }],
 * });
 */
export class TeamAccess extends Construct {
  /** What may be done, by environment. */
  public readonly roles: Readonly<Record<string, NamespaceRole>>;
  /** Who may do it, by environment. */
  public readonly grants: Readonly<Record<string, NamespaceGrant>>;

  constructor(scope: Construct, id: string, props: TeamAccessProps) {
    super(scope, id);
    const { to, environments, rules = [], name } = withDefaults(props, { name: objectName(scope, id) });
    this.requireEnvironments(environments.map((environment) => environment.name));
    const roles: Record<string, NamespaceRole> = {};
    const grants: Record<string, NamespaceGrant> = {};
    for (const { name: environment, namespace, level } of environments) {
      const where = { name, namespace, labels: { [ENVIRONMENT_LABEL]: environment } };
      const allowed = [...accessLevelRules(level), ...rules];
      const role = new NamespaceRole(this, `${environment}-role`, { ...where, rules: allowed });
      roles[environment] = role;
      grants[environment] = new NamespaceGrant(this, `${environment}-grant`, { ...where, role: role.reference, to });
    }
    this.roles = roles;
    this.grants = grants;
  }

  private requireEnvironments(names: readonly string[]): void {
    const prop = 'environments';
    if (names.length === 0) {
      const mend = 'say where they may do what, or leave the construct out';
      throw new InvalidProp('NoEnvironment', this, { prop, got: names, rule: 'must name at least one', mend });
    }
    const got = names.find((name, index) => names.indexOf(name) < index);
    if (got === undefined) return;
    const mend = 'give each environment one level';
    throw new InvalidProp('EnvironmentTwice', this, { prop, got, rule: 'must not be named twice', mend });
  }
}
