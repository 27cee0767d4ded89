import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { requireSoundGrant } from './require-sound-grant';
import type { RoleReference } from './role-reference';
import type { Subject } from './subject';

/** Props of `NamespaceGrant`. */
export interface NamespaceGrantProps {
  /** What may be done: `reference` of a `NamespaceRole` of the same namespace or of a `ClusterWideRole`, or `roleReferenceTo('view')`. */
  readonly role: RoleReference;

  /** Who may do it, one at least. */
  readonly to: readonly Subject[];

  /**
   * Name. To grant another role take another one: Kubernetes lets nobody change the role of a binding.
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
}

/**
 * Who may do what a role says, in one namespace.
 *
 * Defines one RoleBinding.
 *
 * @throws InvalidProp `InvalidName`, `GrantedToNobody`, `InvalidSubject`, `RoleElsewhere`
 * @example new NamespaceGrant(this, 'Readers', { role: reader.reference, to: [Subject.group('backend')] });
 */
export class NamespaceGrant extends Construct {
  /** The RoleBinding itself, for what the props do not cover. */
  public readonly binding: k8s.KubeRoleBinding;

  constructor(scope: Construct, id: string, props: NamespaceGrantProps) {
    super(scope, id);
    const { role, to, name, labels, ...rest } = withDefaults(props, { name: objectName(scope, id) });
    const namespace = rest.namespace ?? Chart.of(this).namespace;
    requireSoundGrant(this, { kind: 'RoleBinding', name, to });
    this.requireSameNamespace(role, namespace);

    this.binding = new k8s.KubeRoleBinding(this, 'Binding', {
      metadata: { name, namespace, labels: { ...labels } },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: role.kind, name: role.name },
      subjects: to.map((subject) => subject.manifest()),
    });
  }

  /** A binding finds a Role in its own namespace only; Kubernetes takes one that finds nothing, and it allows nothing. */
  private requireSameNamespace(role: RoleReference, namespace: string | undefined): void {
    if (role.kind === 'ClusterRole' || role.namespace === namespace) return;
    const rule = `must be a role of the same namespace (${namespace})`;
    const mend = 'grant it there, or make it a ClusterWideRole';
    throw new InvalidProp('RoleElsewhere', this, { prop: 'role', got: `${role.namespace}/${role.name}`, rule, mend });
  }
}
