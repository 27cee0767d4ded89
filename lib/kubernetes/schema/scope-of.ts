import type { Schemas, Scope } from './schemas';

/** Whether objects of a kind live in a namespace; undefined where this minor does not serve the kind. */
export function scopeOf(
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  schemas: Schemas,
  minor: string,
): Scope | undefined {
  const known = schemas.kinds.get(`${apiVersion} ${kind}`);
  return known?.servedIn.has(minor) ? known.scope : undefined;
}
