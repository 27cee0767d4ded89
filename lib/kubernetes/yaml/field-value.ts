import { fieldSteps } from './field-steps';

/** What stands at a field of an object, such as `spec.ports[0].name`; undefined where nothing does. */
export function fieldValue(object: unknown, field: string): unknown {
  return fieldSteps(field).reduce((value, step) => Reflect.get(Object(value), step), object);
}
