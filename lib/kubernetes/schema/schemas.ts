import type { Json } from '../manifest';
import { type FieldType, fieldType } from './field-type';
import { type Minors, minorRange } from './minor-range';
import { schemaEntry } from './schema-entry';
import type { EntryText, SchemasFile } from './schemas-file';

/** Whether objects of a kind live in a namespace. */
export type Scope = 'Namespaced' | 'Cluster';

/** One field of an object, in the minors in which it has this type. */
export interface FieldSchema {
  readonly type: FieldType;

  /** Minors that have the field, and those that refuse an object without it. */
  readonly servedIn: Minors;
  readonly requiredIn: Minors;

  /** Fields that tell the items of a list apart, where the list is a map: `['name']` for containers. Else none. */
  readonly mapKeys: readonly string[];

  /** What the API server fills in where a custom resource lacks it. Undefined where it fills in nothing, or Go code does. */
  readonly default: Json | undefined;

  /** Feature gates that all have to be on, or the API server drops the field; those that are on by default are left out. */
  readonly gates: readonly Gate[];
}

/** A feature gate, and the minors that have it off by default. */
export interface Gate {
  readonly name: string;
  readonly offIn: Minors;
}

/** The fields of an object. */
export interface ObjectSchema {
  /** What people call it: `PodSpec`. Parts of custom resources have no names of their own. */
  readonly label: string;

  /** Part of a custom resource: null is a value there, and no Go type reads it. */
  readonly custom: boolean;

  /** By name; several where the type changed between minors. `*` stands for every name that is not listed. */
  readonly fields: ReadonlyMap<string, readonly FieldSchema[]>;

  /** Names of the fields that some minor requires. */
  readonly required: readonly string[];
}

/** A kind of an API version. */
export interface KindSchema {
  readonly apiVersion: string;
  readonly kind: string;
  readonly definition: string;
  readonly scope: Scope;

  /** Where a custom one is described: `github.com/argoproj/argo-cd/v3@v3.2.6`. Undefined for Kubernetes' own. */
  readonly source: string | undefined;

  /** Minors that serve it, and those of them that do so only when the API server is told to. */
  readonly servedIn: Minors;
  readonly offIn: Minors;
}

/** The schemas of all kinds of several minors of Kubernetes, decoded as they are asked for. */
export interface Schemas {
  /** From old to new: `['1.30', ..., '1.36']`. */
  readonly minors: readonly string[];

  /** Kinds by `apiVersion kind`, such as `apps/v1 Deployment`. */
  readonly kinds: ReadonlyMap<string, KindSchema>;

  /** The definition of this name; every name that a kind or a field says exists. */
  object(definition: string): ObjectSchema;
}

/** Reads an entry of a field, whose whole name is such as `core.v1.PodSpec.hostUsers`. */
type DecodeField = (text: string, name: string) => FieldSchema;

function decodeField(text: string, gates: readonly Gate[], all: readonly string[]): FieldSchema {
  const { type, note, markedIn, servedIn } = schemaEntry.parse(text, all);
  // most fields have none, and all of a definition are read at once
  const notes = note === '' ? {} : Object.fromEntries(note.split(';').map((one) => one.split('=')));
  return {
    type: fieldType.parse(type),
    servedIn,
    requiredIn: markedIn,
    mapKeys: notes.key?.split(',') ?? [],
    default: notes.default && JSON.parse(decodeURIComponent(notes.default)),
    gates,
  };
}

/** By the whole name of a field: `core.v1.PodSpec.hostUsers`. */
type Gates = ReadonlyMap<string, readonly Gate[]>;

function decodeGates(featureGates: SchemasFile['featureGates'], all: readonly string[]): Gates {
  const gates = new Map<string, Gate[]>();
  for (const [name, { offIn, fields }] of Object.entries(featureGates)) {
    const gate = { name, offIn: minorRange.parse(offIn, all) };
    for (const field of fields) gates.set(field, [...(gates.get(field) ?? []), gate]);
  }
  return gates;
}

function decodeObject(name: string, { definitions }: SchemasFile, decode: DecodeField): ObjectSchema {
  const fields = new Map(
    Object.entries(definitions[name] ?? {}).map(([field, text]) => [
      field,
      [text].flat().map((one) => decode(one, `${name}.${field}`)),
    ]),
  );
  const required = [...fields].flatMap(([field, types]) => (types.some((one) => one.requiredIn.size > 0) ? field : []));
  const custom = name.includes('/');
  return { label: custom ? '' : name.slice(name.lastIndexOf('.') + 1), custom, fields, required };
}

function decodeKind([key, text]: [string, EntryText], sources: SchemasFile['customSources'], all: readonly string[]) {
  const [apiVersion = '', kind = ''] = key.split(' ');
  const spans = [text].flat().map((one) => schemaEntry.parse(one, all));
  const newest = spans.at(-1);
  const decoded: KindSchema = {
    apiVersion,
    kind,
    definition: newest?.type ?? '',
    scope: newest?.note === 'Cluster' ? 'Cluster' : 'Namespaced',
    source: sources[`${apiVersion.split('/')[0]}/${kind}`],
    servedIn: new Set(spans.flatMap((span) => [...span.servedIn])),
    offIn: new Set(spans.flatMap((span) => [...span.markedIn])),
  };
  return [key, decoded] as const;
}

/** Reads the text of schemas.json. Cheap: a definition is decoded when it is first asked for. */
export function decodeSchemas(text: string): Schemas {
  const file: SchemasFile = JSON.parse(text);
  const minors = minorRange.sort(Object.keys(file.minors));
  const objects = new Map<string, ObjectSchema>();
  const gates = decodeGates(file.featureGates, minors);
  const decode: DecodeField = (text, name) => decodeField(text, gates.get(name) ?? [], minors);
  return {
    minors,
    kinds: new Map(Object.entries(file.kinds).map((entry) => decodeKind(entry, file.customSources, minors))),
    object(definition) {
      const known = objects.get(definition) ?? decodeObject(definition, file, decode);
      objects.set(definition, known);
      return known;
    },
  };
}
