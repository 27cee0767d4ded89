import { groupOf } from '../../kubernetes/identity';
import type { JsonObject, Manifest } from '../../kubernetes/manifest';
import { manifestField } from '../../kubernetes/manifest-field';
import { type ChangedField, pathOfField } from './changed-field';
import { IMMUTABLE_FIELDS } from './immutable-fields';
import { isWithin } from './is-within';

/** A change that the API server refuses, which keeps the whole object from being updated. */
export interface Refusal extends ChangedField {
  /** Where that stands in the source of Kubernetes. */
  readonly source: string;
}

/** An object before and after, as the API server keeps it. */
export interface Update {
  readonly before: Manifest;
  readonly after: Manifest;
  readonly fields: readonly ChangedField[];
}

/**
 * The changed fields of an object that the API server refuses to change.
 *
 * @param minor of the API server
 * @param objects all that are deployed, for storage classes
 */
export function refusals({ before, after, fields }: Update, minor: string, objects: readonly Manifest[]): Refusal[] {
  const kind = `${groupOf(after.apiVersion)}/${after.kind}`;
  const rules = IMMUTABLE_FIELDS.filter((rule) => rule.kind === kind);
  const around = {
    from: before as unknown as JsonObject,
    to: after as unknown as JsonObject,
    minor,
    mayGrow: (name: unknown) => mayGrow(name, objects),
  };
  return fields.flatMap((changed) => {
    const path = pathOfField(changed);
    const broken = rules.find(
      ({ field, except = [], allows }) =>
        isWithin(path, field) && !except.some((free) => isWithin(path, free)) && !allows?.({ ...changed, ...around }),
    );
    return broken ? [{ ...changed, source: broken.source }] : [];
  });
}

function mayGrow(name: unknown, objects: readonly Manifest[]): boolean | undefined {
  const found = objects.find(({ kind, metadata }) => kind === 'StorageClass' && metadata.name === name);
  return found && manifestField(found, 'allowVolumeExpansion') === true;
}
