import { type ApiResource, findApiResource } from '../../kubernetes/api-resource';
import type { k8s } from '../../kubernetes/k8s';
import { nearest } from '../../kubernetes/nearest';
import type { InvalidPropDetails } from '../invalid-prop';

/** What can be done: a request's verb, one that only authorization knows (the second line), or every one (with a reason). */
export type Verb =
  | ('create' | 'delete' | 'deletecollection' | 'get' | 'list' | 'patch' | 'update' | 'watch')
  | ('approve' | 'attest' | 'bind' | 'escalate' | 'impersonate' | 'sign')
  | '*';

/** Something that may be done with objects. */
export interface ResourceRule {
  /**
   * Resources, as kubectl names them: `pods`, `pods/log`, `deployments`, `httproutes.gateway.networking.k8s.io`. The group
   * is known for what Kubernetes itself has. `*` is every one, `*.apps` every one of a group; both need a reason.
   */
  readonly resources: readonly string[];

  readonly verbs: readonly Verb[];

  /**
   * Objects by name. `create` and `deletecollection` are never asked for by name. `list` and `watch` are, where the client
   * asks with `--field-selector=metadata.name=...`, and are refused where it does not.
   *
   * @default - all of them
   */
  readonly names?: readonly string[];

  /**
   * Why a `*` is needed: it takes in what nobody has thought of yet. It is written to the role.
   *
   * @default - none: there is no wildcard
   */
  readonly wildcardReason?: string;
}

/** Paths of the API server that are no objects, such as `/metrics` or `/healthz/*`. A role of a namespace has none. */
export interface PathRule {
  readonly paths: readonly string[];
  readonly verbs: readonly ('get' | 'post' | 'put' | 'delete' | 'head' | 'options' | 'patch')[];
}

/** Something that a role allows. Roles only add up: none takes away what another gives. */
export type AccessRule = ResourceRule | PathRule;

/** Whether a rule is about paths, not about objects. */
export function isPathRule(rule: AccessRule): rule is PathRule {
  return 'paths' in rule;
}

/** The rule as roles hold it: one for each API group, since a role's rule is for every one of its groups and resources. */
export function policyRules(rule: AccessRule): k8s.PolicyRule[] {
  if (isPathRule(rule)) return [{ nonResourceUrLs: [...rule.paths], verbs: [...rule.verbs] }];
  const byGroup = new Map<string, string[]>();
  for (const { group, resource } of resourcesOf(rule)) byGroup.set(group, [...(byGroup.get(group) ?? []), resource]);
  return [...byGroup].map(([group, resources]) => ({
    apiGroups: [group],
    resources,
    resourceNames: rule.names && [...rule.names],
    verbs: [...rule.verbs],
  }));
}

/** Resources of a rule that are the cluster's, not a namespace's; a namespace itself is asked for as if it were in itself. */
export function clusterResourcesOf(rule: AccessRule): string[] {
  if (isPathRule(rule)) return [];
  const beyond = resourcesOf(rule).filter(({ scope, resource }) => scope === 'Cluster' && resource !== 'namespaces');
  return beyond.map(({ resource }) => resource);
}

/** A mistake in a rule, with its code. */
export type AccessRuleMistake = InvalidPropDetails & { readonly code: string };

/** What is wrong with a rule: what Kubernetes would refuse, or would take and never apply; nothing where it is sound. */
export function accessRuleMistake(rule: AccessRule): AccessRuleMistake | undefined {
  if (isPathRule(rule)) return emptyMistake({ paths: rule.paths, verbs: rule.verbs }) ?? pathMistake(rule);
  const { resources, verbs, names = ['any'] } = rule;
  return (
    emptyMistake({ resources, verbs, names }) ??
    resourceMistake(rule) ??
    verbMistake(rule) ??
    nameMistake(rule) ??
    wildcardMistake(rule)
  );
}

function resourcesOf({ resources }: ResourceRule): ApiResource[] {
  return resources.map(findApiResource).filter((found): found is ApiResource => 'resource' in found);
}

function emptyMistake(lists: Readonly<Record<string, readonly string[]>>): AccessRuleMistake | undefined {
  const empty = Object.entries(lists).find(([, list]) => list.length === 0 || list.includes(''));
  if (!empty) return undefined;
  const [prop, got] = empty;
  return { code: 'EmptyRule', prop, got, rule: 'must name at least one, and none empty', mend: `give ${prop}` };
}

function pathMistake({ paths }: PathRule): AccessRuleMistake | undefined {
  const got = paths.find((path) => path !== '*' && !/^\/[^*]*\*?$/.test(path));
  if (got === undefined) return undefined;
  const rule = 'must begin with "/", and have a "*" only at its end';
  return { code: 'InvalidPath', prop: 'paths', got, rule, mend: 'write it as "/metrics" or "/healthz/*"' };
}

function resourceMistake({ resources }: ResourceRule): AccessRuleMistake | undefined {
  for (const got of resources) {
    const found = findApiResource(got);
    if ('rule' in found) return { code: 'UnknownResource', prop: 'resources', got, ...found };
  }
  return undefined;
}

function verbMistake(rule: ResourceRule): AccessRuleMistake | undefined {
  for (const { resource, verbs } of resourcesOf(rule)) {
    const got = rule.verbs.find((verb) => verb !== '*' && !verbs.includes(verb) && !resource.startsWith('*'));
    if (got === undefined) continue;
    const near = nearest(got, verbs);
    const mend = near ? `write "${near}"` : 'give a rule of their own to resources that have other verbs';
    const has = `must be a verb that ${resource} has: ${verbs.join(', ')}`;
    return { code: 'UnknownVerb', prop: 'verbs', got, rule: has, mend };
  }
  return undefined;
}

/** The name of a subresource's object is in the path also when it is created. */
function nameMistake(rule: ResourceRule): AccessRuleMistake | undefined {
  const whole = resourcesOf(rule).some(({ resource }) => !resource.includes('/'));
  const got = rule.verbs.find((verb) => verb === 'deletecollection' || (verb === 'create' && whole));
  if (rule.names === undefined) return undefined;
  if (got !== undefined) {
    const mend = 'give that verb a rule of its own, without names';
    return { code: 'NamelessVerb', prop: 'verbs', got, rule: 'must not be limited by names: it has none yet', mend };
  }
  if (!rule.names.includes('*')) return undefined;
  const said = 'must be names: "*" is one that no object has';
  return { code: 'WildcardName', prop: 'names', got: rule.names, rule: said, mend: 'leave names out for all of them' };
}

function wildcardMistake({ resources, verbs, wildcardReason }: ResourceRule): AccessRuleMistake | undefined {
  const got = resources.find((name) => name.startsWith('*')) ?? verbs.find((verb) => verb === '*');
  const prop = 'wildcardReason';
  if (got === undefined && wildcardReason !== undefined) {
    const rule = 'must not be given without a "*"';
    return { code: 'ReasonWithoutWildcard', prop, got: wildcardReason, rule, mend: 'leave it out' };
  }
  if (got === undefined || wildcardReason?.trim()) return undefined;
  const rule = `must say why "${got}" is needed`;
  return {
    code: 'WildcardWithoutReason',
    prop,
    got: wildcardReason,
    rule,
    mend: 'name what is needed instead, or say why',
  };
}
