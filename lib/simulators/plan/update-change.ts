import type { Manifest } from '../../kubernetes/manifest';
import type { Change } from './change';
import { changedFields } from './changed-fields';
import { completed } from './completed';
import type { Deployed } from './deployed';
import { lostByScaling } from './lost-by-scaling';
import { masked } from './masked';
import { mendOf } from './mend-of';
import { objectKey } from './object-key';
import { otherEffects } from './other-effects';
import type { Pair } from './pairs';
import { podEffect } from './pod-effect';
import { type Refusal, refusals, type Update } from './refusals';
import { rollManner } from './roll-manner';
import { rollReasons } from './roll-reasons';
import type { ServedApi } from './served-api';
import { shownValue } from './shown-value';
import { withKept } from './with-kept';

/** What a change is about, before it is said where it belongs. */
export type ObjectChange = Omit<Change, 'environment' | 'folder'>;

/** What happens to an object that is there before and after; nothing where both are the same to the API server. */
export function updateChange(pair: Pair, deployed: Deployed, api: ServedApi): ObjectChange | undefined {
  const update = updateOf(pair, api);
  if (update.fields.length === 0) return undefined;
  const refused = refusals(update, api.minor, deployed.after);
  const effect = podEffect(update);
  const lost = lostByScaling(update.before, update.after);
  const shared = {
    object: objectKey(pair.after),
    fields: masked(pair.after, update.fields),
    newRevision: refused.length === 0 && effect.newRevision,
  };
  if (refused.length > 0) return { ...shared, verdict: 'refused', ...refusedWords(pair.after, refused) };
  const reasons = effect.rolls === 'now' ? rollReasons(update, effect, deployed) : [];
  const because = [...(lost ? [lost] : []), ...reasons, ...otherEffects(update, effect, deployed.after)];
  if (lost) return { ...shared, verdict: 'loses-data', because };
  if (effect.rolls !== 'now') return { ...shared, verdict: 'changed', because };
  return { ...shared, verdict: 'rolls-pods', because: [...because, rollManner(update.after, deployed.after)] };
}

function updateOf({ before, after }: Pair, api: ServedApi): Update {
  const old = completed(before, api);
  const now = withKept(old, completed(after, api));
  return { before: old, after: now, fields: changedFields(old, now, api) };
}

function refusedWords(object: Manifest, refused: readonly Refusal[]): Pick<ObjectChange, 'because' | 'mend'> {
  const shown = masked(object, refused);
  const because = shown.map(({ path, before, after }) => {
    return `${path} cannot be changed (${shownValue(before)} -> ${shownValue(after)}), so nothing of the object is`;
  });
  return { because, mend: mendOf(objectKey(object), refused) };
}
