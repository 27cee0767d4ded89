import type { JsonObject, Manifest } from '../manifest';

/** An object, and the field of the document that it is: empty for all of it, `items[0]` in a List. */
export interface HeldObject {
  readonly manifest: Manifest;
  readonly path: string;
}

/** A part of a document that is no object and should be one. */
export interface ObjectFault {
  readonly path: string;
  readonly rule: string;
  readonly mend: string;
}

/** What the items of a list need not say: `PodList` has Pods. */
interface Inherited {
  readonly apiVersion?: string;
  readonly kind?: string;
}

/** What a document holds. */
export interface DocumentParts {
  readonly held: readonly HeldObject[];
  readonly faults: readonly ObjectFault[];
}

const NONE = 'must be a Kubernetes object, and is none';

/** The object that the value of a document is, or those of its items where it is a List. */
export function objectsIn(value: unknown): DocumentParts {
  if (isObject(value)) return objectsOf(value, '', {});
  return fault({ path: '', rule: NONE, mend: 'write apiVersion, kind and metadata, or leave the file out' });
}

function objectsOf(written: JsonObject, path: string, inherited: Inherited): DocumentParts {
  const value: JsonObject = { ...inherited, ...written };
  if (isList(value)) {
    const items: readonly unknown[] = Array.isArray(value.items) ? value.items : [];
    const parts = items.map((item, index) => itemOf(item, `${path && `${path}.`}items[${index}]`, ofItems(value)));
    return { held: parts.flatMap(({ held }) => held), faults: parts.flatMap(({ faults }) => faults) };
  }
  const wrong = objectFault(value);
  if (wrong) return fault({ path, ...wrong });
  const manifest = { ...value, metadata: value.metadata ?? {} } as unknown as Manifest;
  return { held: [{ manifest, path }], faults: [] };
}

function itemOf(item: unknown, path: string, inherited: Inherited): DocumentParts {
  if (isObject(item)) return objectsOf(item, path, inherited);
  return fault({ path, rule: NONE, mend: 'write each item of a List as an object' });
}

function fault(one: ObjectFault): DocumentParts {
  return { held: [], faults: [one] };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList({ kind, items }: JsonObject): boolean {
  return typeof kind === 'string' && kind.endsWith('List') && (Array.isArray(items) || kind === 'List');
}

function ofItems({ apiVersion, kind }: JsonObject): Inherited {
  return kind === 'List' ? {} : { apiVersion: String(apiVersion), kind: String(kind).slice(0, -'List'.length) };
}

/** Without these no rule knows what it looks at. */
function objectFault(value: JsonObject): Omit<ObjectFault, 'path'> | undefined {
  const missing = ['apiVersion', 'kind'].filter((field) => typeof value[field] !== 'string' || value[field] === '');
  if (missing.length > 0) {
    const mend = 'write what it is, such as apiVersion: apps/v1 and kind: Deployment, or leave it out';
    return { rule: `must be a Kubernetes object, and has no ${missing.join(' and no ')}`, mend };
  }
  const { metadata = null } = value;
  if (metadata === null || isObject(metadata)) return undefined;
  return { rule: 'must have a metadata that is an object', mend: 'write metadata: with name: below it' };
}
