import type { Manifest } from '../../kubernetes/manifest';
import type { LiveObject } from './live-object';

/** Where `kubectl apply` keeps what it sent last. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** The manifest that was applied last, by the client. */
export function appliedManifest({ metadata }: LiveObject): Manifest | undefined {
  const text = metadata.annotations?.[LAST_APPLIED];
  return text === undefined ? undefined : (JSON.parse(text) as Manifest);
}
