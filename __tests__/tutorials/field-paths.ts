/** Fields whose keys are people's own: any of them counts as one. */
const OWN_KEYS = new Set([
  'annotations',
  'data',
  'hard',
  'labels',
  'limits',
  'matchLabels',
  'nodeSelector',
  'requests',
  'stringData',
]);

/**
 * Every field of an object as `Kind path`, the elements of lists as `[]`: `Pod spec.containers[].image`. Keys of labels,
 * annotations, data, selectors and limits count as one, `*`.
 */
export function fieldPaths(object: { readonly kind: string }): ReadonlySet<string> {
  const paths = new Set<string>();
  const walk = (path: string, value: unknown): void => {
    if (path !== '') paths.add(`${object.kind} ${path}`);
    if (Array.isArray(value)) for (const element of value) walk(`${path}[]`, element);
    else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) {
        const name = hasOwnKeys(object.kind, path) ? '*' : key;
        walk(path === '' ? name : `${path}.${name}`, inner);
      }
    }
  };
  walk('', object);
  return paths;
}

function hasOwnKeys(kind: string, path: string): boolean {
  return OWN_KEYS.has(path.split('.').at(-1) ?? '') || (kind === 'Service' && path === 'spec.selector');
}
