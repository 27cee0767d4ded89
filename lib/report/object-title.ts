import type { FoundObject } from '../policies/finding';

/** An object as its owner speaks of it: `Deployment shop/web`. */
export function objectTitle({ kind, namespace, name = '(no name)' }: FoundObject): string {
  return `${kind} ${namespace ? `${namespace}/${name}` : name}`;
}
