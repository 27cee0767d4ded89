import type { Construct } from 'constructs';
import { InvalidProp } from '../invalid-prop';
import { addressMistakes } from './address-mistakes';
import { canaryMistakes } from './canary-mistakes';
import type { TrafficIntent } from './traffic-intent';
import type { TrafficProvider } from './traffic-provider';

/**
 * Holds hosts, paths and canary rules against what every provider needs, then against what this one can do.
 *
 * @throws InvalidProp for the first that does not hold
 */
export function requireSoundIntent(scope: Construct, intent: TrafficIntent, provider: TrafficProvider): void {
  const [wrong] = [...addressMistakes(intent), ...canaryMistakes(intent)];
  if (wrong) throw new InvalidProp('InvalidTraffic', scope, wrong);
  const [refused] = provider.refusals(intent);
  if (refused) throw new InvalidProp('ProviderRefuses', scope, refused);
}
