import type { InvalidValue } from '../invalid-value';
import { nearest } from '../nearest';
import type { KindSchema, Schemas } from './schemas';
import { servedWhen } from './served-when';

/** What an object says it is. */
interface Typed {
  readonly apiVersion: string;
  readonly kind: string;
}

/** The group of an API version; `v1` has none. */
const groupOf = (apiVersion: string): string => apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')));

/** How much a version is to be preferred: v2 before v1 before v1beta2 before v1alpha1. */
function rank(apiVersion: string): number {
  const [, major = 0, stage, revision = 0] = /v(\d+)(?:(alpha|beta)(\d+))?$/.exec(apiVersion) ?? [];
  const stability = stage === undefined ? 2 : stage === 'beta' ? 1 : 0;
  return stability * 1000 + Number(major) * 100 + Number(revision);
}

/** The API version on offer that comes closest to what was asked for: of the same group first, then the most stable. */
function alternative({ apiVersion, kind }: Typed, schemas: Schemas, minor: string): string | undefined {
  const sameGroup = (one: KindSchema) => (groupOf(one.apiVersion) === groupOf(apiVersion) ? 1 : 0);
  const [best] = [...schemas.kinds.values()]
    .filter((one) => one.kind === kind && one.apiVersion !== apiVersion)
    .filter((one) => one.servedIn.has(minor) && !one.offIn.has(minor))
    .sort((a, b) => sameGroup(b) - sameGroup(a) || rank(b.apiVersion) - rank(a.apiVersion));
  return best?.apiVersion;
}

/** What to do about a kind that no API version on offer has. */
function mendKind({ apiVersion, kind }: Typed, schemas: Schemas, minor: string): string {
  if (kind.endsWith('List')) return 'a list is no object: write each of its items as one';
  const siblings = [...schemas.kinds.values()].filter(
    (one) => one.apiVersion === apiVersion && one.servedIn.has(minor),
  );
  const near = nearest(
    kind,
    siblings.map((one) => one.kind),
  );
  if (near) return `did you mean ${near}?`;
  return 'correct group, version or kind; a custom resource needs its CRD in the cluster, and is not checked without';
}

function unserved(typed: Typed, schemas: Schemas, minor: string, mend: string): InvalidValue {
  const instead = alternative(typed, schemas, minor);
  const mends = [mend, instead ? `use ${instead}` : ''].filter(Boolean).join('; ');
  return {
    field: 'apiVersion',
    got: typed.apiVersion,
    rule: `${typed.kind} is not served by Kubernetes ${minor}`,
    mend: mends,
  };
}

/** What is wrong with the API version and kind of an object in this minor, if anything. */
export function kindViolation(typed: Typed, schemas: Schemas, minor: string): InvalidValue | undefined {
  const { apiVersion, kind } = typed;
  const known = schemas.kinds.get(`${apiVersion} ${kind}`);
  if (known?.offIn.has(minor)) {
    const instead = alternative(typed, schemas, minor);
    const mend = instead ? `use ${instead}` : `start the API server with --runtime-config=${apiVersion}=true`;
    return { field: 'apiVersion', got: apiVersion, rule: `${kind} is off by default in Kubernetes ${minor}`, mend };
  }
  if (known?.servedIn.has(minor)) return undefined;
  if (known) return unserved(typed, schemas, minor, servedWhen(known.servedIn, minor, schemas.minors));
  if (alternative(typed, schemas, minor)) return unserved(typed, schemas, minor, '');
  return {
    field: 'kind',
    got: kind,
    rule: `unknown kind of ${apiVersion} in Kubernetes ${minor}`,
    mend: mendKind(typed, schemas, minor),
  };
}
