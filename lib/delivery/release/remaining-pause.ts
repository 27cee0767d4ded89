import type { Pause } from '../../environments/release-policy';
import { timeText } from './time-text';

/** What is left of a pause, in words, or `over`. @param since when it began, as releases.json has it */
export function remainingPause(pause: Pause | undefined, since: string | undefined, now: Date): string {
  if (pause === undefined) return 'over';
  if (pause === 'until-go') return 'until someone says go';
  if (since === undefined) return `${timeText(pause.toMilliseconds())}, and releases.json does not say since when`;
  const left = Date.parse(since) + pause.toMilliseconds() - now.getTime();
  return left > 0 ? `${timeText(left)} longer` : 'over';
}
