import type { InvalidValue } from '../invalid-value';
import type { Manifest } from '../manifest';
import { checkObject } from './check-object';
import { fieldIn } from './field-in';
import { kindViolation } from './kind-violation';
import type { DisabledField, SchemaWalk } from './schema-walk';
import type { Schemas } from './schemas';

/**
 * One way in which an object is not what its API version takes: `field` is where it stands
 * (`spec.template.spec.containers[0].imge`, `metadata.labels[app]`), `got` is undefined where something is missing.
 */
export type SchemaViolation = InvalidValue;

function requireMinor(minor: string, { minors }: Schemas): void {
  if (minors.includes(minor)) return;
  const rule = `must be one of ${minors.join(', ')}`;
  throw new RangeError(`minor: invalid value ${minor}: ${rule}; add its schema with npm run schemas`);
}

/** An object that does not say what it is cannot be held against anything. */
function untyped(manifest: Manifest): SchemaViolation[] {
  const examples = { apiVersion: 'apps/v1', kind: 'Deployment' };
  return Object.entries(examples).flatMap(([field, example]) => {
    const got = manifest[field];
    if (typeof got === 'string' && got !== '') return [];
    const rule = got === undefined || got === null || got === '' ? 'is required' : 'must be a string';
    return [{ field, got, rule, mend: `write what the object is, such as ${example}` }];
  });
}

/** In Go a spec is part of its object: leaving it out is leaving out all of its fields. */
function checkAbsentSpec(manifest: Manifest, definition: string, walk: SchemaWalk): void {
  const schema = walk.schemas.object(definition);
  const field = fieldIn(schema, 'spec', walk.minor);
  if (schema.custom || field?.type.is !== 'object' || field.requiredIn.has(walk.minor)) return;
  if (manifest.spec === undefined || manifest.spec === null) checkObject({}, 'spec', field.type.definition, walk);
}

/**
 * Holds an object against the schema of its kind in one minor of Kubernetes, as strictly as an API server that is told
 * to refuse unknown fields (`kubectl apply` tells it to): unknown fields, wrong types, words that are none of an enum's,
 * missing fields, and kinds that it does not serve. Reports all that is wrong. What only the API server's own code checks
 * is not found: ranges, names, fields that contradict each other.
 *
 * `minor` is one of `schemas.minors`.
 *
 * @throws RangeError for a minor without schema
 * @source kubernetes.io/docs/reference/using-api/api-concepts, field validation
 */
export function checkSchema(manifest: Manifest, schemas: Schemas, minor: string): SchemaViolation[] {
  requireMinor(minor, schemas);
  const found = untyped(manifest);
  if (found.length > 0) return found;

  const unserved = kindViolation(manifest, schemas, minor);
  return [...(unserved ? [unserved] : []), ...walked(manifest, schemas, minor).found];
}

/**
 * Fields that an API server of a minor drops without a word, as their feature gates are off by default there. Of what is no
 * object of a known kind, none.
 *
 * @throws RangeError for a minor without schema
 * @source kubernetes/kubernetes@v1.36.3 pkg/api/pod/util.go dropDisabledFields
 */
export function disabledFields(manifest: Manifest, schemas: Schemas, minor: string): readonly DisabledField[] {
  requireMinor(minor, schemas);
  return walked(manifest, schemas, minor).disabled;
}

type Walked = Pick<SchemaWalk, 'schemas' | 'minor' | 'found' | 'disabled'>;

/** The last walk through an object: several rules ask for what it came to. Objects are not changed once they are checked. */
const walks = new WeakMap<Manifest, Walked>();

function walked(manifest: Manifest, schemas: Schemas, minor: string): Walked {
  const last = walks.get(manifest);
  if (last?.schemas === schemas && last.minor === minor) return last;
  const walk = walkThrough(manifest, schemas, minor);
  walks.set(manifest, walk);
  return walk;
}

function walkThrough(manifest: Manifest, schemas: Schemas, minor: string): Walked {
  const kind = schemas.kinds.get(`${manifest.apiVersion} ${manifest.kind}`);
  if (!kind?.servedIn.has(minor)) return { schemas, minor, found: [], disabled: [] };
  const walk: SchemaWalk = { schemas, minor, kind, found: [], disabled: [], dropped: false };
  checkObject(manifest, '', kind.definition, walk);
  checkAbsentSpec(manifest, kind.definition, walk);
  return walk;
}
