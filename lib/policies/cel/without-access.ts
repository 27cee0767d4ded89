/** Access that a role may give: any of the verbs on any of the resources of an API group. */
export interface Access {
  readonly group: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/**
 * Expression: `object`, a Role or a ClusterRole, gives at most some of the accesses, not all of them. The roles that every
 * cluster has may: they are made by the API server.
 */
export function withoutAccess(...accesses: readonly Access[]): string {
  const gives = accesses.map(({ group, resources, verbs }) => {
    const names = resources.flatMap((resource) => [resource, resource.replace(/^[^/]+(?=\/)/, '*')]);
    return `object.?rules.orValue([]).exists(rule,
      rule.?apiGroups.orValue([]).exists(group, group in ${listOf(['*', group])})
      && rule.?resources.orValue([]).exists(resource, resource in ${listOf(['*', ...names])})
      && rule.?verbs.orValue([]).exists(verb, verb in ${listOf(['*', ...verbs])}))`;
  });
  return `object.metadata.name.startsWith("system:") || object.metadata.name in ["admin", "cluster-admin", "edit", "view"]
    || !(${gives.join(' && ')})`;
}

function listOf(words: readonly string[]): string {
  return JSON.stringify([...new Set(words)]);
}
