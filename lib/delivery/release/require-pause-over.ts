import type { Pause } from '../../environments/release-policy';
import { placeOf, type ReleaseOrder } from './release-order';
import { ReleaseRefused } from './release-refused';
import { remainingPause } from './remaining-pause';

/** A pause, since when it holds, and what it holds up. */
interface Holding {
  readonly pause: Pause | undefined;
  readonly since: string | undefined;
  /** What is to wait: `a step from 10 %`. */
  readonly what: string;
}

/** Holds an action up while a pause lasts, unless somebody said go. @throws ReleaseRefused */
export function requirePauseOver({ pause, since, what }: Holding, order: ReleaseOrder): void {
  const remaining = remainingPause(pause, since, order.now);
  if (order.go || remaining === 'over') return;
  throw new ReleaseRefused({
    field: placeOf(order),
    got: undefined,
    rule: `${what} waits ${remaining}`,
    mend: 'say --go where that is to be passed over',
  });
}
