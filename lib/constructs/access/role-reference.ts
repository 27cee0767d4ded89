/** A role as a grant names it. That of a namespace is found in its own namespace only. */
export type RoleReference =
  | { readonly kind: 'Role'; readonly name: string; readonly namespace: string | undefined }
  | { readonly kind: 'ClusterRole'; readonly name: string };

/**
 * A ClusterRole that is there: one of Kubernetes' own (`view`, `edit`, `admin`, `cluster-admin`), or one that something else
 * installs. Mind that `edit` may read every Secret of a namespace, and act as each of its service accounts.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
 */
export function roleReferenceTo(clusterRole: string): RoleReference {
  return { kind: 'ClusterRole', name: clusterRole };
}
