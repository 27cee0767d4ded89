import type { k8s } from '../../kubernetes/k8s';
import { nameProblem } from '../../kubernetes/names';

const RBAC = 'rbac.authorization.k8s.io';

/** Somebody that a role is granted to. */
export class Subject {
  /** A person, by the name that a certificate or an identity provider gives. Kubernetes keeps no list of them. */
  static user(name: string): Subject {
    return new Subject('User', name);
  }

  /** Everybody that a certificate or an identity provider says to be of a group: `backend`, `system:authenticated`. */
  static group(name: string): Subject {
    return new Subject('Group', name);
  }

  /** The Pods that run as a service account of a namespace. `WorkloadAccount.subject` is one that a chart makes. */
  static serviceAccount(name: string, namespace: string): Subject {
    return new Subject('ServiceAccount', name, namespace);
  }

  private constructor(
    readonly kind: 'User' | 'Group' | 'ServiceAccount',
    readonly name: string,
    /** Namespace of a service account. */
    readonly namespace?: string,
  ) {}

  /** Why Kubernetes would refuse it, or nothing where it would not. */
  problem(): { readonly got: string; readonly rule: string } | undefined {
    if (this.name === '') return { got: this.name, rule: 'must have a name' };
    if (this.kind !== 'ServiceAccount') return undefined;
    const rule = nameProblem('ServiceAccount', this.name);
    if (rule) return { got: this.name, rule };
    const wrong = nameProblem('Namespace', this.namespace ?? '');
    return wrong === undefined ? undefined : { got: this.namespace ?? '', rule: wrong };
  }

  /** The subject as a binding holds it. */
  manifest(): k8s.Subject {
    const { kind, name, namespace } = this;
    return kind === 'ServiceAccount' ? { kind, name, namespace } : { kind, name, apiGroup: RBAC };
  }
}
