/** Kinds of values that are not made of others. What each admits is in scalar-fault.ts. */
const SCALARS = [
  'any',
  'boolean',
  'byte',
  'date-time',
  'int-or-string',
  'int32',
  'int64',
  'micro-time',
  'number',
  'quantity',
  'schema-or-boolean',
  'string',
] as const;

/** A kind of value that is not made of others. */
export type Scalar = (typeof SCALARS)[number];

/** A value of an enum. */
export type EnumValue = string | number;

/** What a field may hold. `nullable` is said of custom resources only: elsewhere null means "not given". */
export type FieldType = { readonly nullable?: boolean } & (
  | { readonly is: Scalar }
  | { readonly is: 'enum'; readonly values: readonly EnumValue[] }
  | { readonly is: 'array' | 'map'; readonly of: FieldType }
  | { readonly is: 'object'; readonly definition: string }
);

const scalars: ReadonlySet<string> = new Set(SCALARS);
const isScalar = (text: string): text is Scalar => scalars.has(text);

/** Escaped, so that neither a blank nor a comma splits the text; a number is told by its `#`. */
const enumValueText = (value: EnumValue): string =>
  typeof value === 'number' ? `#${value}` : encodeURIComponent(value);

const enumValue = (text: string): EnumValue =>
  text.startsWith('#') ? Number(text.slice(1)) : decodeURIComponent(text);

/**
 * The notation of the schema file for a type: a scalar by its name, `[]T` an array, `{}T` a map from string to T,
 * `enum(A,B)`, `enum(#1,#2)`, `?T` a T or null; all else names a definition.
 */
export const fieldType = {
  enumText: (values: readonly EnumValue[]): string => `enum(${values.map(enumValueText).join(',')})`,

  parse(text: string): FieldType {
    if (text.startsWith('?')) return { ...fieldType.parse(text.slice(1)), nullable: true };
    if (text.startsWith('[]')) return { is: 'array', of: fieldType.parse(text.slice(2)) };
    if (text.startsWith('{}')) return { is: 'map', of: fieldType.parse(text.slice(2)) };
    if (text.startsWith('enum(')) return { is: 'enum', values: text.slice(5, -1).split(',').map(enumValue) };
    return isScalar(text) ? { is: text } : { is: 'object', definition: text };
  },

  /** The definition that a type leads to, if any: `core.v1.Container` for `[]core.v1.Container`. */
  definitionIn(text: string): string | undefined {
    const inner = text.replace(/^(?:\?|\[\]|\{\})+/, '');
    return inner.startsWith('enum(') || isScalar(inner) ? undefined : inner;
  },
};
