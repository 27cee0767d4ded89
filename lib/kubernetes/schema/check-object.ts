import { fieldIn } from './field-in';
import type { FieldType } from './field-type';
import type { SchemaWalk } from './schema-walk';
import type { FieldSchema, ObjectSchema } from './schemas';
import { typeWords } from './type-words';
import { unknownField } from './unknown-field';
import { type ValueFault, valueFault } from './value-fault';

/** A value, where it stands, and whether it is part of a custom resource. */
interface Place {
  readonly path: string;
  readonly value: unknown;
  readonly custom: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const NULL_FAULT: ValueFault = { rule: 'must not be null', mend: 'remove it' };

function report({ found }: SchemaWalk, { path, value }: Place, fault: ValueFault): void {
  found.push({ field: path, got: value, ...fault });
}

/** To Go, null among other items is an empty one; a custom resource keeps it as it is. */
function checkNullItem(place: Place, type: FieldType, walk: SchemaWalk): void {
  if (place.custom && !walk.dropped && !type.nullable && type.is !== 'any') report(walk, place, NULL_FAULT);
  if (!place.custom && type.is === 'object') checkObject({}, place.path, type.definition, walk);
}

function checkItems({ path, value, custom }: Place, type: FieldType & { is: 'array' | 'map' }, walk: SchemaWalk): void {
  const items = type.is === 'array' ? (value as readonly unknown[]).entries() : Object.entries(value as Fields);
  for (const [key, item] of items) {
    const place = { path: `${path}[${key}]`, value: item, custom };
    if (item !== null && item !== undefined) checkValue(place, type.of, walk);
    else if (type.is === 'array') checkNullItem(place, type.of, walk);
  }
}

function checkValue(place: Place, type: FieldType, walk: SchemaWalk): void {
  const { path, value, custom } = place;
  // An enum is a string to Go, and an empty string is one that was not given.
  if (value === '' && type.is === 'enum' && !custom) return;
  const fault = valueFault(value, type);
  if (fault) {
    // It is dropped before values are looked at, the status of a custom resource even before their types.
    const isDropped = walk.dropped && (custom || (type.is === 'enum' && typeof value === 'string'));
    if (!isDropped) report(walk, place, fault);
  } else if (type.is === 'object') checkObject(value as Fields, path, type.definition, walk);
  else if (type.is === 'array' || type.is === 'map') checkItems(place, type, walk);
}

function isGiven(value: unknown, schema: ObjectSchema, { type }: FieldSchema): boolean {
  if (value === undefined || value === null) return value === null && type.nullable === true;
  // To Go an empty string or list is nothing, and the API server refuses it where it refuses nothing.
  const isText = type.is === 'string' || type.is === 'enum';
  const empty = type.is === 'array' ? Array.isArray(value) && value.length === 0 : isText && value === '';
  return schema.custom || !empty;
}

function checkRequired(value: Fields, path: string, schema: ObjectSchema, walk: SchemaWalk): void {
  for (const name of schema.required) {
    const field = fieldIn(schema, name, walk.minor);
    if (!field?.requiredIn.has(walk.minor) || isGiven(value[name], schema, field)) continue;
    const place = { path: `${path}${name}`, value: value[name], custom: schema.custom };
    report(walk, place, { rule: 'is required', mend: `add it: ${typeWords(field.type)}` });
  }
}

/**
 * What a disabled field is set to where it is not taken out: an object that says the same loses nothing.
 *
 * @source kubernetes/kubernetes@v1.30.14 pkg/api/pod/util.go dropDisabledProcMountField
 */
const SET_TO: ReadonlyMap<string, unknown> = new Map([['procMount', 'Default']]);

/** Whether a feature gate is off that a field needs; notes it where nobody has yet. */
function isDisabled({ path, value }: Place, { gates }: FieldSchema, walk: SchemaWalk): boolean {
  const gate = gates.find(({ offIn }) => offIn.has(walk.minor));
  const isSaid = walk.dropped || value === SET_TO.get(path.slice(path.lastIndexOf('.') + 1));
  if (gate && !isSaid) walk.disabled.push({ field: path, got: value, gate });
  return gate !== undefined;
}

/** Holds an object against a definition; `at` is where it stands, empty for a whole manifest. */
export function checkObject(value: Fields, at: string, definition: string, walk: SchemaWalk): void {
  const schema = walk.schemas.object(definition);
  const path = at && `${at}.`;
  for (const [name, item] of Object.entries(value)) {
    if (item === undefined) continue;
    const place = { path: `${path}${name}`, value: item, custom: schema.custom };
    const field = fieldIn(schema, name, walk.minor);
    if (!field) report(walk, place, unknownField(name, at, schema, walk));
    else if (item !== null) {
      const isStatus = name === 'status' && field.type.is === 'object';
      const isDropped = isStatus || isDisabled(place, field, walk);
      checkValue(place, field.type, isDropped ? { ...walk, dropped: true } : walk);
    }
  }
  if (!walk.dropped) checkRequired(value, path, schema, walk);
}
