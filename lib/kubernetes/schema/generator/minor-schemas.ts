import { fieldType } from '../field-type';
import type { SchemaEntry } from '../schema-entry';
import type { FeatureGates } from './feature-gates';

/** The fields of an object by name; `*` stands for every name that is not listed. */
export type MinorDefinition = Readonly<Record<string, SchemaEntry>>;

/** What one minor of Kubernetes serves, before it is folded together with the others. */
export interface MinorSchemas {
  /** By `apiVersion kind`, such as `apps/v1 Deployment`. */
  readonly kinds: Readonly<Record<string, SchemaEntry>>;

  /** By name, such as `core.v1.PodSpec`. */
  readonly definitions: Readonly<Record<string, MinorDefinition>>;

  /**
   * What is off in it.
   *
   * @default - nothing
   */
  readonly featureGates?: FeatureGates;
}

/** What is left when all that no kind leads to is dropped: list kinds, delete options, watch events. */
export function reachableSchemas(schemas: MinorSchemas): MinorSchemas {
  const definitions: Record<string, MinorDefinition> = {};
  const open = Object.values(schemas.kinds).map((kind) => kind.type);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const definition = schemas.definitions[name];
    if (!definition || definitions[name]) continue;
    definitions[name] = definition;
    for (const field of Object.values(definition)) open.push(...[fieldType.definitionIn(field.type) ?? []].flat());
  }
  return { kinds: schemas.kinds, definitions };
}
