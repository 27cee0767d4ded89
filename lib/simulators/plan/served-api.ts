import type { Manifest } from '../../kubernetes/manifest';
import type { Schemas } from '../../kubernetes/schema/schemas';

/** The API that objects are sent to. */
export interface ServedApi {
  readonly schemas: Schemas;
  /** Minor version of the API server: `1.30`. */
  readonly minor: string;
}

/** The type of an object, a custom resource too; nothing where it is of a kind that this minor does not serve. */
export function servedDefinition(
  { apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>,
  { schemas, minor }: ServedApi,
): string | undefined {
  const known = schemas.kinds.get(`${apiVersion} ${kind}`);
  return known?.servedIn.has(minor) ? known.definition : undefined;
}

/** The type of an object; nothing where it is a custom resource, or of a kind that this minor does not serve. */
export function definitionOf(object: Pick<Manifest, 'apiVersion' | 'kind'>, api: ServedApi): string | undefined {
  const definition = servedDefinition(object, api);
  return definition !== undefined && api.schemas.object(definition).custom ? undefined : definition;
}
