import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import type { JsonObject, Manifest } from '../manifest';
import { nearestNode } from './nearest-node';
import type { PlacedDocument } from './placed-document';
import type { ReadManifests } from './read-manifests';

/** What the items of a list need not say: `PodList` has Pods. */
interface Inherited {
  readonly apiVersion?: string;
  readonly kind?: string;
}

/** The object that a map is, or those of its items where it is a List. */
export function objectsIn(placed: PlacedDocument, map: YAMLMap, inherited: Inherited = {}): ReadManifests {
  const written = valuesIn(placed, map);
  if (typeof written === 'string') return unreadable(placed, map, written, mendOfAliases(written));
  const value: JsonObject = { ...inherited, ...written };
  const items = map.get('items', true);
  if (isList(value) && (isSeq(items) || value.kind === 'List')) {
    const each = isSeq(items) ? (items.items as Node[]) : [];
    const read = each.map((item) => itemIn(placed, item, ofItems(value)));
    return { objects: read.flatMap(({ objects }) => objects), unreadable: read.flatMap((one) => one.unreadable) };
  }
  const fault = objectFault(value);
  if (fault) return unreadable(placed, map, fault.rule, fault.mend);
  const manifest = { ...value, metadata: value.metadata ?? {} } as unknown as Manifest;
  const placeOf = (field: string) => placed.placeAt(nearestNode(placed.document, map, field).range?.[0] ?? 0);
  return { objects: [{ manifest, file: placed.file, placeOf }], unreadable: [] };
}

function itemIn(placed: PlacedDocument, item: Node, inherited: Inherited): ReadManifests {
  if (isMap(item)) return objectsIn(placed, item, inherited);
  return unreadable(placed, item, 'must be a Kubernetes object, and is none', 'write each item of a List as an object');
}

function isList({ kind }: JsonObject): boolean {
  return typeof kind === 'string' && kind.endsWith('List');
}

function ofItems({ apiVersion, kind }: JsonObject): Inherited {
  return kind === 'List' ? {} : { apiVersion: String(apiVersion), kind: String(kind).slice(0, -'List'.length) };
}

/** Without these no rule knows what it looks at. */
function objectFault(value: JsonObject): { readonly rule: string; readonly mend: string } | undefined {
  const missing = ['apiVersion', 'kind'].filter((field) => typeof value[field] !== 'string' || value[field] === '');
  if (missing.length > 0) {
    const mend = 'write what it is, such as apiVersion: apps/v1 and kind: Deployment, or leave it out';
    return { rule: `must be a Kubernetes object, and has no ${missing.join(' and no ')}`, mend };
  }
  const { metadata = null } = value;
  if (metadata === null || (typeof metadata === 'object' && !Array.isArray(metadata))) return undefined;
  return { rule: 'must have a metadata that is an object', mend: 'write metadata: with name: below it' };
}

/** The values of a map; why there are none, where aliases multiply without end. */
function valuesIn({ document }: PlacedDocument, map: YAMLMap): JsonObject | string {
  try {
    return map.toJS(document, { maxAliasCount: 1000 }) as JsonObject;
  } catch (error) {
    return `must be YAML: ${(error as Error).message.toLowerCase()}`;
  }
}

function mendOfAliases(rule: string): string {
  return rule.includes('unresolved') ? 'write the anchor (&name) before the alias (*name)' : 'use fewer aliases';
}

function unreadable({ file, placeAt }: PlacedDocument, node: Node, rule: string, mend: string): ReadManifests {
  return { objects: [], unreadable: [{ file, ...placeAt(node.range?.[0] ?? 0), rule, mend }] };
}
