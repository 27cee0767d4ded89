import { groupOf } from '../identity';
import { isCustomGroup } from './is-custom-group';
import type { KindSchema, Schemas } from './schemas';

/** What an object says it is. */
export interface Typed {
  readonly apiVersion: string;
  readonly kind: string;
}

/** How much a version is to be preferred: v2 before v1 before v1beta2 before v1alpha1. */
function rank(apiVersion: string): number {
  const [, major = 0, stage, revision = 0] = /v(\d+)(?:(alpha|beta)(\d+))?$/.exec(apiVersion) ?? [];
  const stability = stage === undefined ? 2 : stage === 'beta' ? 1 : 0;
  return stability * 1000 + Number(major) * 100 + Number(revision);
}

/**
 * The API version on offer that comes closest to what was asked for: of the same group first, then the most stable. Kinds of
 * custom groups are called alike and are not the same: of another group's nothing is said.
 */
export function otherVersion({ apiVersion, kind }: Typed, schemas: Schemas, minor: string): string | undefined {
  const group = groupOf(apiVersion);
  const sameGroup = (one: KindSchema) => (groupOf(one.apiVersion) === group ? 1 : 0);
  const isCustom = isCustomGroup(group, schemas);
  const [best] = [...schemas.kinds.values()]
    .filter((one) => one.kind === kind && one.apiVersion !== apiVersion && (!isCustom || sameGroup(one)))
    .filter((one) => one.servedIn.has(minor) && !one.offIn.has(minor))
    .sort((a, b) => sameGroup(b) - sameGroup(a) || rank(b.apiVersion) - rank(a.apiVersion));
  return best?.apiVersion;
}
