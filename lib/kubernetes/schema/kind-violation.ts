import type { InvalidValue } from '../invalid-value';
import { nearest } from '../nearest';
import { otherVersion, type Typed } from './other-version';
import type { Schemas } from './schemas';
import { servedWhen } from './served-when';

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
  const instead = otherVersion(typed, schemas, minor);
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
    const instead = otherVersion(typed, schemas, minor);
    const mend = instead ? `use ${instead}` : `start the API server with --runtime-config=${apiVersion}=true`;
    return { field: 'apiVersion', got: apiVersion, rule: `${kind} is off by default in Kubernetes ${minor}`, mend };
  }
  if (known?.servedIn.has(minor)) return undefined;
  if (known) return unserved(typed, schemas, minor, servedWhen(known.servedIn, minor, schemas.minors));
  if (otherVersion(typed, schemas, minor)) return unserved(typed, schemas, minor, '');
  return {
    field: 'kind',
    got: kind,
    rule: `unknown kind of ${apiVersion} in Kubernetes ${minor}`,
    mend: mendKind(typed, schemas, minor),
  };
}
