import type { Duration } from 'cdk8s';

/** A time in whole seconds as Go writes it: `1h0m0s`. What a controller writes back otherwise is a difference for ever. */
export function goDuration(time: Duration): string {
  const seconds = time.toSeconds();
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const parts = [hours > 0 ? `${hours}h` : '', seconds >= 60 ? `${minutes}m` : '', `${seconds % 60}s`];
  return parts.join('');
}
