import type { Manifest } from '../../kubernetes/manifest';
import { withoutFields } from '../../kubernetes/without-fields';
import { disabledIn } from '../disabled-in';
import type { RuleContext } from '../rule';

/** The last copy of an object, and what it is without: every rule asks for it. */
const copies = new WeakMap<Manifest, { readonly dropped: string; readonly kept: Manifest }>();

/** An object as an API server shows it to policies: without the fields that it has dropped by then. */
export function asKept(object: Manifest, context: RuleContext): Manifest {
  const disabled = disabledIn(object, context);
  if (disabled.length === 0) return object;
  const fields = disabled.map(({ field }) => field);
  const dropped = fields.join(' ');
  const last = copies.get(object);
  if (last?.dropped === dropped) return last.kept;
  const kept = withoutFields(object, fields);
  copies.set(object, { dropped, kept });
  return kept;
}
