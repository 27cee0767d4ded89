import type { Duration } from 'cdk8s';
import type { InvalidPropDetails } from '../invalid-prop';

/** The first of some times, by prop, that is not in whole seconds; nothing where all are. */
export function wholeSecondsMistake(times: Readonly<Record<string, Duration>>): InvalidPropDetails | undefined {
  const fraction = Object.entries(times).find(([, time]) => time.toMilliseconds() % 1000 !== 0);
  if (!fraction) return undefined;
  const [prop, time] = fraction;
  const mend = 'give whole seconds: that is what Kubernetes counts in';
  return { prop, got: `${time.toMilliseconds()}ms`, rule: 'must be whole seconds', mend };
}
