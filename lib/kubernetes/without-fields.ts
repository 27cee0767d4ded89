import type { Manifest } from './manifest';
import { fieldSteps } from './yaml/field-steps';

/** An object without some of its fields, such as `spec.template.spec.hostUsers`. What is around them is copied, the rest shared. */
export function withoutFields(object: Manifest, fields: readonly string[]): Manifest {
  return fields.reduce((left, field) => without(left, fieldSteps(field)) as Manifest, object);
}

function without(value: unknown, [step = '', ...rest]: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return value;
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === step ? without(item, rest) : item));
  const { [step]: inner, ...others } = value as Record<string, unknown>;
  return rest.length === 0 ? others : { ...value, [step]: without(inner, rest) };
}
