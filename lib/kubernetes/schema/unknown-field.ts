import { nearest } from '../nearest';
import { movedField } from './moved-field';
import type { SchemaWalk } from './schema-walk';
import type { ObjectSchema, Schemas } from './schemas';
import { servedWhen } from './served-when';
import type { ValueFault } from './value-fault';

/** More names than these help nobody. */
const MOST_NAMES = 8;

/** What to do about a field that an object does not have in this minor. */
function mend(name: string, schema: ObjectSchema, schemas: Schemas, minor: string): string {
  const elsewhere = new Set(schema.fields.get(name)?.flatMap((field) => [...field.servedIn]));
  if (elsewhere.size > 0) return `${servedWhen(elsewhere, minor, schemas.minors)}; remove it for ${minor}`;

  const moved = movedField(name, schema, schemas);
  if (moved) return moved;
  const names = [...schema.fields].flatMap(([known, types]) =>
    types.some((one) => one.servedIn.has(minor)) ? known : [],
  );
  const near = nearest(name, names);
  if (near) return `did you mean ${near}?`;
  return names.length <= MOST_NAMES ? `remove it; known are ${names.join(', ') || 'none'}` : 'remove it';
}

/** What an object breaks that has a field its schema does not have; `at` is where the object stands, such as `spec.rules[0]`. */
export function unknownField(
  name: string,
  at: string,
  schema: ObjectSchema,
  { schemas, minor, kind }: SchemaWalk,
): ValueFault {
  const part = [kind.kind, at.replace(/\[[^\]]*\]/g, '')].filter(Boolean).join('.');
  const [of, version] = schema.custom ? [part, kind.source] : [schema.label, `Kubernetes ${minor}`];
  return { rule: `unknown field of ${of} in ${version}`, mend: mend(name, schema, schemas, minor) };
}
