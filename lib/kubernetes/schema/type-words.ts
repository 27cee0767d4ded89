import type { FieldType, Scalar } from './field-type';

const WORDS: Readonly<Record<Scalar, string>> = {
  any: 'any value',
  boolean: 'true or false',
  byte: 'a base64 string',
  'date-time': 'a time such as 2026-01-31T12:00:00Z',
  'int-or-string': 'an integer or a string',
  int32: 'an integer',
  int64: 'an integer',
  'micro-time': 'a time such as 2026-01-31T12:00:00.000000Z',
  number: 'a number',
  quantity: 'a quantity such as 100m or 128Mi',
  'schema-or-boolean': 'a schema or a boolean',
  string: 'a string',
};

/** A type in words, as what to write: `a string`, `a list`, `one of Exact, Prefix`. */
export function typeWords(type: FieldType): string {
  switch (type.is) {
    case 'array':
      return 'a list';
    case 'map':
    case 'object':
      return 'an object';
    case 'enum':
      return `one of ${type.values.join(', ')}`;
    default:
      return WORDS[type.is];
  }
}
