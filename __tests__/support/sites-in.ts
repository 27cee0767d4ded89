import type { Manifest } from '../../lib/kubernetes/manifest';
import { podOf } from '../../lib/kubernetes/pod-of';

/** An object of a manifest, and what it is in any manifest: `Service.spec.ports[]`, `POD.CONTAINER[].securityContext`. */
export interface Site {
  readonly fields: Record<string, unknown>;
  readonly pattern: string;
}

/** Every object inside a manifest, itself first. @param leftAlone fields that are not looked into */
export function sitesIn(manifest: Manifest, leftAlone: ReadonlySet<string>): Site[] {
  const pod = podOf(manifest)?.path;
  const walk = (value: unknown, path: string): Site[] => {
    if (Array.isArray(value)) return value.flatMap((item) => walk(item, `${path}[]`));
    if (typeof value !== 'object' || value === null) return [];
    const fields = value as Record<string, unknown>;
    const inner = Object.entries(fields).flatMap(([field, one]) =>
      leftAlone.has(field) ? [] : walk(one, path === '' ? field : `${path}.${field}`),
    );
    return [{ fields, pattern: patternOf(path, manifest.kind, pod) }, ...inner];
  };
  return walk(manifest, '');
}

function patternOf(path: string, kind: string, pod: string | undefined): string {
  if (pod === undefined || (path !== pod && !path.startsWith(`${pod}.`))) return `${kind}.${path}`;
  return `POD${path.slice(pod.length)}`.replace(/^POD\.(containers|initContainers)\[\]/, 'POD.CONTAINER[]');
}
