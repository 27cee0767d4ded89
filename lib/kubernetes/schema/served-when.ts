import type { Minors } from './minor-range';

/**
 * When something exists that a minor lacks: `needs Kubernetes 1.33`, `is gone since Kubernetes 1.32`.
 *
 * `minors` are all that are known, from old to new.
 */
export function servedWhen(servedIn: Minors, minor: string, minors: readonly string[]): string {
  const later = minors.slice(minors.indexOf(minor)).find((one) => servedIn.has(one));
  if (later) return `needs Kubernetes ${later}`;
  const last = minors.findLastIndex((one) => servedIn.has(one));
  return `is gone since Kubernetes ${minors[last + 1]}`;
}
