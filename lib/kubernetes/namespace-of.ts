import type { Manifest } from './manifest';

/** Where kubectl puts an object that says no namespace, unless it is told another. */
const DEFAULT_NAMESPACE = 'default';

/** The namespace that an object goes to. */
export function namespaceOf({ metadata }: Pick<Manifest, 'metadata'>): string {
  return metadata.namespace || DEFAULT_NAMESPACE;
}
