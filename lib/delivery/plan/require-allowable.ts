import { nearest } from '../../kubernetes/nearest';
import { type Change, isDangerous } from '../../simulators/plan/change';
import { objectKeyText } from '../../simulators/plan/object-key';
import { CommandFailed } from '../command-failed';

/**
 * Holds what is allowed against what has to be.
 *
 * @param allowed objects as `Kind/namespace/name`, or `Kind/name` for what belongs to the cluster
 * @throws CommandFailed for one that no such change is about: it allows something else than its author thinks, or nothing any more
 */
export function requireAllowable(allowed: readonly string[], changes: readonly Change[]): void {
  const dangerous = changes.filter(isDangerous).map(({ object }) => objectKeyText(object));
  const got = allowed.find((one) => !dangerous.includes(one));
  if (got === undefined) return;
  const isHarmless = changes.some(({ object }) => objectKeyText(object) === got);
  const rule = isHarmless
    ? 'must be of a change that is refused or loses data: this one is neither'
    : 'must be the object of a change that is refused or loses data: this plan has none of it';
  const near = nearest(got, dangerous);
  throw new CommandFailed({ field: '--allow', got, rule, mend: near ? `write ${near}` : 'leave it out' });
}
