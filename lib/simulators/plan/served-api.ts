import type { Manifest } from '../../kubernetes/manifest';
import type { Schemas } from '../../kubernetes/schema/schemas';

/** The API that objects are sent to. */
export interface ServedApi {
  readonly schemas: Schemas;
  /** Minor version of the API server: `1.30`. */
  readonly minor: string;
}

/** The type of an object; nothing where it is a custom resource, or of a kind that this minor does not serve. */
export function definitionOf(
  { apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>,
  { schemas, minor }: ServedApi,
): string | undefined {
  const known = schemas.kinds.get(`${apiVersion} ${kind}`);
  if (!known?.servedIn.has(minor) || schemas.object(known.definition).custom) return undefined;
  return known.definition;
}
