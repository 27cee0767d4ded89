import { API_LIVES, isSince } from '../api-life';
import type { Typed } from './other-version';
import type { Schemas } from './schemas';

/**
 * The minor since which a version of a kind is gone, where it is gone in this one: as the schemas have it, or as is known of
 * what was gone before the oldest of them. Nothing for what is served, or will be.
 */
export function removedSince({ apiVersion, kind }: Typed, schemas: Schemas, minor: string): string | undefined {
  const key = `${apiVersion} ${kind}`;
  const { minors } = schemas;
  const servedIn = schemas.kinds.get(key)?.servedIn;
  if (servedIn) {
    const last = minors.findLastIndex((one) => servedIn.has(one));
    return last < minors.indexOf(minor) ? minors[last + 1] : undefined;
  }
  const gone = API_LIVES.get(key)?.gone;
  return gone !== undefined && isSince(minor, gone) ? gone : undefined;
}
