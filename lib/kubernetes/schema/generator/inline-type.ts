import { type EnumValue, fieldType, type Scalar } from '../field-type';
import type { JsonSchema } from './json-schema';

/** Names the type of a schema that the one at hand does not describe itself: a `$ref`, or an object with fields. */
export type TypeOfObject = (schema: JsonSchema) => string;

const STRING_FORMATS: Readonly<Record<string, Scalar>> = {
  byte: 'byte',
  'date-time': 'date-time',
  'int-or-string': 'int-or-string',
};

const isEnumValue = (value: unknown): value is EnumValue => typeof value === 'string' || typeof value === 'number';

function objectType(schema: JsonSchema, typeOfObject: TypeOfObject): string {
  const { additionalProperties: values } = schema;
  if (schema.properties || values === undefined || values === false) return typeOfObject(schema);
  return values === true ? '{}any' : `{}${inlineType(values, typeOfObject)}`;
}

function typeOf(schema: JsonSchema, typeOfObject: TypeOfObject): string {
  if (schema.$ref) return typeOfObject(schema);
  if (schema['x-kubernetes-int-or-string']) return 'int-or-string';
  if (schema.enum?.length && schema.enum.every(isEnumValue)) return fieldType.enumText(schema.enum);
  switch (schema.type) {
    case 'array':
      return `[]${inlineType(schema.items ?? {}, typeOfObject)}`;
    case 'object':
      return objectType(schema, typeOfObject);
    case 'string':
      return STRING_FORMATS[schema.format ?? ''] ?? 'string';
    case 'integer':
      return schema.format === 'int32' ? 'int32' : 'int64';
    case 'boolean':
    case 'number':
      return schema.type;
    default:
      return 'any';
  }
}

/** The type of a schema in the notation of field-type.ts. A schema without a type admits everything. */
export const inlineType = (schema: JsonSchema, typeOfObject: TypeOfObject): string =>
  `${schema.nullable ? '?' : ''}${typeOf(schema, typeOfObject)}`;
