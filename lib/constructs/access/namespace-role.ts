import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { type AccessRule, clusterResourcesOf, isPathRule, policyRules } from './access-rule';
import { requireSoundRules } from './require-sound-rules';
import type { RoleReference } from './role-reference';
import { wildcardReasons } from './wildcard-reasons';

/** Props of `NamespaceRole`. */
export interface NamespaceRoleProps {
  /** What it allows. Empty allows nothing. */
  readonly rules: readonly AccessRule[];

  /**
   * Name.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * Namespace that it holds in.
   *
   * @default - the chart's
   */
  readonly namespace?: string;

  /**
   * Labels.
   *
   * @default - the chart's
   */
  readonly labels?: Labels;

  /**
   * What becomes of resources that are the cluster's, such as nodes: a role of a namespace can list them, and allows
   * nothing by it. `'tolerated'` is for a role that has to read as somebody else wrote it.
   *
   * @default 'refused'
   */
  readonly clusterResources?: 'refused' | 'tolerated';
}

/** What left-out props become. */
export const DEFAULTS = { clusterResources: 'refused' } as const;

/**
 * Something that may be done in one namespace. Nobody may do it until a `NamespaceGrant` says who.
 *
 * Defines one Role.
 *
 * @throws InvalidProp `InvalidName`, `ClusterResource`, and for a rule that could never allow what it says
 * @example
 * const role = new NamespaceRole(this, 'Reader', {
 *   rules: [{ resources: ['pods', 'deployments'], verbs: ['get', 'list', 'watch'] }],
 * });
 */
export class NamespaceRole extends Construct {
  /** The Role itself, for what the props do not cover. */
  public readonly role: k8s.KubeRole;
  /** The Role as a grant names it. */
  public readonly reference: RoleReference;

  constructor(scope: Construct, id: string, props: NamespaceRoleProps) {
    super(scope, id);
    const { name, rules, labels, clusterResources, ...rest } = withDefaults(props, {
      ...DEFAULTS,
      name: objectName(scope, id),
    });
    const namespace = rest.namespace ?? Chart.of(this).namespace;
    requireSoundRules(this, { kind: 'Role', name, rules });
    for (const [index, rule] of rules.entries()) this.requireNamespaced(`rules[${index}]`, rule, clusterResources);

    this.reference = { kind: 'Role', name, namespace };
    this.role = new k8s.KubeRole(this, 'Role', {
      metadata: { name, namespace, labels: { ...labels }, annotations: wildcardReasons(rules) },
      rules: rules.flatMap(policyRules),
    });
  }

  private requireNamespaced(prop: string, rule: AccessRule, others: 'refused' | 'tolerated'): void {
    const mend = 'put the rule into a ClusterWideRole';
    if (isPathRule(rule)) {
      const wrong = { prop: `${prop}.paths`, got: rule.paths, rule: 'must not be in the role of a namespace', mend };
      throw new InvalidProp('ClusterResource', this, wrong);
    }
    const [got] = clusterResourcesOf(rule);
    if (got === undefined || others === 'tolerated') return;
    const said = 'must be in a namespace: the role of one allows nothing with what belongs to the cluster';
    throw new InvalidProp('ClusterResource', this, { prop: `${prop}.resources`, got, rule: said, mend });
  }
}
