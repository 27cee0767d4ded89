import { API_RESOURCE_TABLE } from './api-resource-table';
import { nearest } from './nearest';

/** What an API server answers requests for, or what authorization knows beside that. */
export interface ApiResource {
  /** API group; empty for the core group, `*` for every one. */
  readonly group: string;
  /** Plural name, with the subresource behind a slash: `pods`, `pods/log`. */
  readonly resource: string;
  readonly scope: 'Namespaced' | 'Cluster';
  /** What can be done with it. */
  readonly verbs: readonly string[];
  /** Whether every API server from 1.30 on serves it. */
  readonly served: 'always' | 'sometimes' | 'never';
}

/** Why no resource is called so, and what to write. */
export interface ApiResourceFault {
  readonly rule: string;
  readonly mend: string;
}

/** Verbs of a resource that can be read and written. */
const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];
const SUBRESOURCE_VERBS = ['get', 'patch', 'update'];

/** Every resource that Kubernetes itself has, by `name`, then by group. */
const KNOWN = byName(parseTable(API_RESOURCE_TABLE));

/** Every resource that Kubernetes itself has. */
export function apiResources(): readonly ApiResource[] {
  return [...KNOWN.values()].flat();
}

/**
 * The resource of this name, in kubectl's notation: `pods`, `pods/log`, `deployments`, `events.events.k8s.io`,
 * `certificates.cert-manager.io`. The group need not be written for what Kubernetes itself has; where two groups have the
 * name, the core group is meant. `*` is every resource, `*.apps` every one of a group, `*` before a slash one subresource of every one.
 *
 * @returns why there is none, where there is none. Of a custom resource only the form is known.
 */
export function findApiResource(name: string): ApiResource | ApiResourceFault {
  const [, plural = '', dotted, slashed] = /^([^./]+)(?:\.([^/]+))?(?:\/(.+))?$/.exec(name) ?? [];
  const resource = slashed === undefined ? plural : `${plural}/${slashed}`;
  if (plural === '' || slashed === '*') return notAName(name);
  if (plural === '*') return everyResource(resource, dotted);
  if (dotted === undefined) return KNOWN.get(resource)?.[0] ?? unknownName(resource);
  return KNOWN.get(resource)?.find(({ group }) => group === dotted) ?? inOtherGroup(resource, dotted);
}

/** Whether a group is one of Kubernetes' own. */
function isOwnGroup(group: string): boolean {
  return apiResources().some((known) => known.group === group);
}

function notAName(name: string): ApiResourceFault {
  if (name.endsWith('/*')) {
    const rule = 'must name the subresource: authorization reads no "*" behind a slash';
    return { rule, mend: 'write each one, such as "pods/log"' };
  }
  return { rule: 'must be the plural name of a resource', mend: 'write it as "pods", "pods/log" or "ingresses"' };
}

function everyResource(resource: string, group = '*'): ApiResource | ApiResourceFault {
  if (group !== '*' && !isOwnGroup(group) && !group.includes('.')) return unknownGroup(group);
  return { group, resource, scope: 'Namespaced', verbs: VERBS, served: 'sometimes' };
}

function unknownName(resource: string): ApiResourceFault {
  const [plural = '', subresource] = resource.split('/');
  const near = KNOWN.has(plural) ? nearestSubresource(plural, subresource) : nearest(plural, KNOWN.keys());
  const rule = 'must be a resource of Kubernetes, or "<plural>.<group>" of a custom one';
  return { rule, mend: near === undefined ? 'look it up with: kubectl api-resources' : `write "${near}"` };
}

function nearestSubresource(plural: string, subresource = ''): string {
  const own = [...KNOWN.keys()].filter((name) => name.startsWith(`${plural}/`)).map((name) => name.split('/')[1] ?? '');
  const near = nearest(subresource, own);
  return near === undefined ? plural : `${plural}/${near}`;
}

function unknownGroup(group: string): ApiResourceFault {
  const near = nearest(
    group,
    apiResources().map((known) => known.group),
  );
  const mend = near ? `write the group "${near}"` : 'look it up with: kubectl api-resources';
  return { rule: `must be in a group that there is: there is no "${group}"`, mend };
}

/** Custom resources are in a group with a dot, and none of Kubernetes' own names is likely to come again in a *.k8s.io. */
function inOtherGroup(resource: string, group: string): ApiResource | ApiResourceFault {
  const [own] = KNOWN.get(resource) ?? [];
  const custom = group.includes('.') && !isOwnGroup(group) && !(own && group.endsWith('k8s.io'));
  if (custom) return { group, resource, scope: 'Namespaced', verbs: VERBS, served: 'sometimes' };
  if (!own) return isOwnGroup(group) ? unknownName(resource) : unknownGroup(group);
  const mend = `write "${resource}"${own.group ? `, which is in ${own.group}` : ', which is in the core group'}`;
  return { rule: `must be in its group: ${group} has no ${resource}`, mend };
}

function byName(resources: readonly ApiResource[]): Map<string, ApiResource[]> {
  const map = new Map<string, ApiResource[]>();
  for (const known of resources) map.set(known.resource, [...(map.get(known.resource) ?? []), known]);
  return map;
}

function parseTable(table: string): ApiResource[] {
  let group = '';
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      if (!line.endsWith(':')) return parseLine(line, group);
      group = line === 'core:' ? '' : line.slice(0, -1);
      return [];
    });
}

function parseLine(line: string, group: string): ApiResource[] {
  const [own = '', ...subresources] = line.split(' ');
  const [, name = '', marks = '', only, more] = /^([a-z]+)([*?!]*)(?:=([a-z,]+))?(?:\+([a-z,]+))?$/.exec(own) ?? [];
  const served = servedBy(marks);
  const scope = marks.includes('*') ? ('Cluster' as const) : ('Namespaced' as const);
  const verbs = [...(only?.split(',') ?? (served === 'never' ? [] : VERBS)), ...(more?.split(',') ?? [])];
  const below = subresources.map((text) => {
    const [, subresource, mark = '', theirs] = /^([/a-z]+)([?!]?)(?:=([a-z,]+))?$/.exec(text) ?? [];
    const known = { group, resource: `${name}${subresource}`, scope, verbs: theirs?.split(',') ?? SUBRESOURCE_VERBS };
    return { ...known, served: servedBy(marks + mark) };
  });
  return [{ group, resource: name, scope, verbs, served }, ...below];
}

function servedBy(marks: string): ApiResource['served'] {
  if (marks.includes('!')) return 'never';
  return marks.includes('?') ? 'sometimes' : 'always';
}
