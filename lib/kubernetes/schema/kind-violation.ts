import { groupOf } from '../identity';
import type { InvalidValue } from '../invalid-value';
import { nearest } from '../nearest';
import { isCustomGroup } from './is-custom-group';
import { otherVersion, type Typed } from './other-version';
import type { Schemas } from './schemas';
import { servedWhen } from './served-when';

/** A kind of the same API version that is called nearly so, or that this one is the list of. */
function nearKind({ apiVersion, kind }: Typed, schemas: Schemas, minor: string): string | undefined {
  const siblings = [...schemas.kinds.values()].filter(
    (one) => one.apiVersion === apiVersion && one.servedIn.has(minor),
  );
  return nearest(
    kind.replace(/List$/, ''),
    siblings.map((one) => one.kind),
  );
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

/**
 * What is wrong with the API version and kind of an object in this minor, if anything. Nothing is known of a custom resource that
 * no schema describes, unless it is called nearly as one that is.
 */
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
  const isCustom = isCustomGroup(groupOf(apiVersion), schemas);
  const near = nearKind(typed, schemas, minor);
  if (isCustom && !near) return undefined;
  if (!isCustom && otherVersion(typed, schemas, minor)) return unserved(typed, schemas, minor, '');
  const rule = `unknown kind of ${apiVersion}${isCustom ? '' : ` in Kubernetes ${minor}`}`;
  const isList = kind.endsWith('List');
  const slip = near ? `did you mean ${near}?` : 'correct group, version or kind';
  return {
    field: 'kind',
    got: kind,
    rule,
    mend: isList ? 'a list is no object: write each of its items as one' : slip,
  };
}
