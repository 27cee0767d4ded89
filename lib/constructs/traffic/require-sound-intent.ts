import type { Construct } from 'constructs';
import { InvalidProp } from '../invalid-prop';
import { addressMistakes } from './address-mistakes';
import { backendMistakes } from './backend-mistakes';
import { canaryMistakes } from './canary-mistakes';
import { optionMistakes } from './option-mistakes';
import type { TrafficIntent } from './traffic-intent';
import type { TrafficProvider } from './traffic-provider';

/**
 * Holds hosts, paths, Services, canary rules and options against what every provider needs, then against what this one can do.
 *
 * @throws InvalidProp for the first that does not hold
 */
export function requireSoundIntent(scope: Construct, intent: TrafficIntent, provider: TrafficProvider): void {
  const [wrong] = [addressMistakes, backendMistakes, canaryMistakes, optionMistakes].flatMap((find) => find(intent));
  if (wrong) throw new InvalidProp('InvalidTraffic', scope, wrong);
  const [refused] = provider.refusals(intent);
  if (refused) throw new InvalidProp('ProviderRefuses', scope, refused);
}
