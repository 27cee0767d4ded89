import type { Manifest } from '../../kubernetes/manifest';
import type { ChangedField } from './changed-field';

const CONTENT = /^(data|stringData)\b/;
const HIDDEN = '(hidden)';

/** Changed fields with what a Secret holds left out: a plan is read by many, and kept in logs. */
export function masked({ kind }: Pick<Manifest, 'kind'>, fields: readonly ChangedField[]): ChangedField[] {
  if (kind !== 'Secret') return [...fields];
  return fields.map((field) => {
    if (!CONTENT.test(field.path)) return field;
    const hide = (value: unknown) => (value === undefined ? undefined : HIDDEN);
    return { ...field, before: hide(field.before), after: hide(field.after) };
  });
}
