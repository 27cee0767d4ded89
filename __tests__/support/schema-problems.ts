/** As much of JSON Schema as schemas in this project use. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
}

/** Words that say something to readers alone. */
const KNOWN = new Set([
  '$schema',
  'title',
  'description',
  '$ref',
  '$defs',
  'type',
  'enum',
  'minimum',
  'required',
  'properties',
  'items',
  'allOf',
]);

/** Where a value is not what a JSON schema says. @throws Error for a word of JSON Schema that is not understood here */
export function schemaProblems(value: unknown, schema: Schema, root = schema, path = ''): string[] {
  for (const word of Object.keys(schema)) if (!KNOWN.has(word)) throw new Error(`${word} is not understood`);
  const { $ref, allOf = [], type, items, properties = {}, required = [], minimum } = schema;
  if ($ref) return schemaProblems(value, root.$defs?.[$ref.replace('#/$defs/', '')] ?? {}, root, path);
  const types = type === undefined ? undefined : [type].flat();
  if (types && !types.some((one) => isA(value, one))) return [`${path}: must be ${types.join(' or ')}`];
  const fields = isA(value, 'object') ? (value as Readonly<Record<string, unknown>>) : {};
  return [
    ...allOf.flatMap((one) => schemaProblems(value, one, root, path)),
    ...(schema.enum && !schema.enum.includes(value) ? [`${path}: must be one of ${schema.enum}`] : []),
    ...(typeof value === 'number' && minimum !== undefined && value < minimum ? [`${path}: must be ${minimum}`] : []),
    ...(isA(value, 'object')
      ? required.filter((key) => !(key in fields)).map((key) => `${path}/${key}: is required`)
      : []),
    ...Object.entries(properties).flatMap(([key, inner]) =>
      key in fields ? schemaProblems(fields[key], inner, root, `${path}/${key}`) : [],
    ),
    ...(Array.isArray(value) && items
      ? value.flatMap((item, index) => schemaProblems(item, items, root, `${path}/${index}`))
      : []),
  ];
}

function isA(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === typeof value;
}
