import type { FieldSchema, ObjectSchema } from './schemas';

/** A field of an object as it is in one minor, if that minor has it. */
export const fieldIn = (schema: ObjectSchema, name: string, minor: string): FieldSchema | undefined =>
  (schema.fields.get(name) ?? schema.fields.get('*'))?.find((field) => field.servedIn.has(minor));
