import { groupOf } from './identity';
import { labelSelectorPicks } from './label-selector';
import type { Manifest } from './manifest';
import { manifestFieldList, manifestFieldText } from './manifest-field';
import { namespaceOf } from './namespace-of';

/** What a role allows: verbs on resources of API groups. */
export interface RoleRule {
  readonly apiGroups: readonly unknown[];
  readonly resources: readonly unknown[];
  readonly verbs: readonly unknown[];
  /** Objects that it is about; all where it names none. */
  readonly resourceNames: readonly unknown[];
  /** Paths of the API server that are no resources. */
  readonly nonResourceURLs: readonly unknown[];
}

const WHOLE = { resourceNames: [], nonResourceURLs: [] };
const ALL: RoleRule = { ...WHOLE, apiGroups: ['*'], resources: ['*'], verbs: ['*'] };
const EDIT: RoleRule = {
  ...WHOLE,
  apiGroups: [''],
  resources: ['pods', 'pods/attach', 'pods/exec', 'pods/portforward', 'pods/proxy', 'secrets'],
  verbs: ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'],
};

/**
 * What matters of the roles that every cluster has.
 *
 * @source kubernetes@1.36 plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go ClusterRoles
 */
const OF_CLUSTER: Readonly<Record<string, readonly RoleRule[]>> = {
  'cluster-admin': [ALL],
  admin: [EDIT],
  edit: [EDIT],
};

/** Whether an object gives a role to somebody; not one of those by which a cluster gives roles to its own parts. */
export function isBindingOfRoleRules({ apiVersion, kind, metadata }: Manifest): boolean {
  const isBinding = kind === 'RoleBinding' || kind === 'ClusterRoleBinding';
  const isOfCluster = /^(system:|cluster-admin$)/.test(metadata.name ?? '');
  return isBinding && groupOf(apiVersion) === 'rbac.authorization.k8s.io' && !isOfCluster;
}

/** What a RoleBinding or ClusterRoleBinding allows, by the role that it names; nothing of one that is not known. */
export function roleRulesOfBinding(binding: Manifest, objects: readonly Manifest[]): readonly RoleRule[] {
  const kind = manifestFieldText(binding, 'roleRef.kind');
  const name = manifestFieldText(binding, 'roleRef.name') ?? '';
  const role = objects.find(
    (object) =>
      groupOf(object.apiVersion) === 'rbac.authorization.k8s.io' &&
      object.kind === kind &&
      object.metadata.name === name &&
      (kind === 'ClusterRole' || namespaceOf(object) === namespaceOf(binding)),
  );
  if (!role) return (kind === 'ClusterRole' && OF_CLUSTER[name]) || [];
  const selectors = manifestFieldList(role, 'aggregationRule.clusterRoleSelectors');
  const aggregated = objects.filter(
    (object) =>
      object.kind === 'ClusterRole' &&
      selectors.some((selector) => labelSelectorPicks(selector, object.metadata.labels ?? {})),
  );
  return [role, ...aggregated].flatMap(rulesOf);
}

/** Whether a rule allows one of these verbs on one of these resources; `*` stands for all, `*` and a sub-resource for it. */
export function roleRuleAllows(
  { apiGroups, resources, verbs }: RoleRule,
  wanted: { readonly group: string; readonly resources: readonly string[]; readonly verbs: readonly string[] },
): boolean {
  const names = wanted.resources.flatMap((resource) => [resource, resource.replace(/^[^/]+(?=\/)/, '*')]);
  return (
    ['*', wanted.group].some((group) => apiGroups.includes(group)) &&
    ['*', ...names].some((name) => resources.includes(name)) &&
    ['*', ...wanted.verbs].some((verb) => verbs.includes(verb))
  );
}

function rulesOf(role: Manifest): RoleRule[] {
  return manifestFieldList(role, 'rules').map((rule) => ({
    apiGroups: manifestFieldList(rule, 'apiGroups'),
    resources: manifestFieldList(rule, 'resources'),
    verbs: manifestFieldList(rule, 'verbs'),
    resourceNames: manifestFieldList(rule, 'resourceNames'),
    nonResourceURLs: manifestFieldList(rule, 'nonResourceURLs'),
  }));
}
