import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { requireSoundGrant } from './require-sound-grant';
import type { RoleReference } from './role-reference';
import type { Subject } from './subject';

/** Props of `ClusterWideGrant`. */
export interface ClusterWideGrantProps {
  /** What may be done: `reference` of a `ClusterWideRole`, or `roleReferenceTo('view')`. */
  readonly role: RoleReference;

  /** Who may do it, one at least. */
  readonly to: readonly Subject[];

  /**
   * Name, one for the whole cluster. To grant another role take another one: Kubernetes lets nobody change the role of a
   * binding.
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
}

/**
 * Who may do what a role says in every namespace, those that are yet to come included, and with what belongs to the cluster.
 * For one namespace take a `NamespaceGrant`.
 *
 * Defines one ClusterRoleBinding.
 *
 * @throws InvalidProp `InvalidName`, `GrantedToNobody`, `InvalidSubject`, `RoleOfNamespace`
 * @example new ClusterWideGrant(this, 'Scrapers', { role: scraper.reference, to: [account.subject] });
 */
export class ClusterWideGrant extends Construct {
  /** The ClusterRoleBinding itself, for what the props do not cover. */
  public readonly binding: k8s.KubeClusterRoleBinding;

  constructor(scope: Construct, id: string, props: ClusterWideGrantProps) {
    super(scope, id);
    const { role, to, name, labels } = withDefaults(props, { name: objectName(scope, id) });
    requireSoundGrant(this, { kind: 'ClusterRoleBinding', name, to });
    this.requireClusterRole(role);

    this.binding = new k8s.KubeClusterRoleBinding(this, 'Binding', {
      metadata: { name, labels: { ...labels } },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: role.kind, name: role.name },
      subjects: to.map((subject) => subject.manifest()),
    });
  }

  private requireClusterRole({ kind, name }: RoleReference): void {
    if (kind === 'ClusterRole') return;
    const mend = 'make it a ClusterWideRole, or grant it by a NamespaceGrant';
    const wrong = { prop: 'role', got: name, rule: 'must not be the role of a namespace', mend };
    throw new InvalidProp('RoleOfNamespace', this, wrong);
  }
}
