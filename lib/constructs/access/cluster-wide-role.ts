import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { type AccessRule, policyRules } from './access-rule';
import { requireSoundRules } from './require-sound-rules';
import type { RoleReference } from './role-reference';
import { wildcardReasons } from './wildcard-reasons';

/** Props of `ClusterWideRole`. */
export interface ClusterWideRoleProps {
  /** What it allows. Empty allows nothing. */
  readonly rules: readonly AccessRule[];

  /**
   * Name, one for the whole cluster.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * Labels.
   *
   * @default - the chart's
   */
  readonly labels?: Labels;

  /**
   * Kubernetes' own roles that get these rules too: how people with `view` come to see a custom resource. Each of `view`,
   * `edit` and `admin` has what the one before it has.
   *
   * @default - none
   * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles
   */
  readonly aggregateTo?: readonly ('view' | 'edit' | 'admin')[];
}

/**
 * Something that may be done in every namespace and with what belongs to the cluster, or, by a `NamespaceGrant`, in one
 * namespace. Nobody may do it until a grant says who.
 *
 * Defines one ClusterRole.
 *
 * @throws InvalidProp `InvalidName`, and for a rule that could never allow what it says
 * @example
 * const role = new ClusterWideRole(this, 'Scraper', {
 *   rules: [{ resources: ['nodes/metrics'], verbs: ['get'] }, { paths: ['/metrics'], verbs: ['get'] }],
 * });
 */
export class ClusterWideRole extends Construct {
  /** The ClusterRole itself, for what the props do not cover. */
  public readonly role: k8s.KubeClusterRole;
  /** The ClusterRole as a grant names it. */
  public readonly reference: RoleReference;

  constructor(scope: Construct, id: string, props: ClusterWideRoleProps) {
    super(scope, id);
    const { name, rules, labels, aggregateTo = [] } = withDefaults(props, { name: objectName(scope, id) });
    requireSoundRules(this, { kind: 'ClusterRole', name, rules });
    const aggregated = aggregateTo.map((own) => [`rbac.authorization.k8s.io/aggregate-to-${own}`, 'true']);

    this.reference = { kind: 'ClusterRole', name };
    this.role = new k8s.KubeClusterRole(this, 'Role', {
      metadata: { name, labels: { ...labels, ...Object.fromEntries(aggregated) }, annotations: wildcardReasons(rules) },
      rules: rules.flatMap(policyRules),
    });
  }
}
