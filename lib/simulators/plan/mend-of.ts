import type { ObjectKey } from './object-key';
import type { Refusal } from './refusals';

/** What to do about kinds where it is not simply to delete the object first. */
const MENDS: Readonly<Record<string, string>> = {
  ConfigMap: 'give it another name: a VersionedConfig does, by its content',
  Secret: 'give it another name, and have its readers name that',
  PersistentVolumeClaim: 'make a claim of another name, and copy what is on the volume; volumes only ever grow',
};

/** Kinds whose Pods, Jobs or volumes run on while the object is made again, when it is deleted so. */
const ORPHANING: ReadonlySet<string> = new Set(['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet']);

/** What to do where the API server would refuse a change: keep the field, or make the object again. */
export function mendOf({ kind, namespace, name }: ObjectKey, [first]: readonly Refusal[]): string {
  const other = MENDS[kind];
  if (other && !first?.path.startsWith('type')) return `leave ${first?.path} as it was, or ${other}`;
  const place = namespace === undefined ? '' : ` -n ${namespace}`;
  const orphan = ORPHANING.has(kind) ? ' --cascade=orphan' : '';
  const keep = first?.path.startsWith('spec.selector')
    ? `keep it (moved() does after a renaming)`
    : `leave it as it was`;
  return `${keep}, or delete the object before it is applied: kubectl delete ${kind.toLowerCase()} ${name}${place}${orphan}`;
}
