import { groupOf } from '../../kubernetes/identity';
import type { Manifest } from '../../kubernetes/manifest';
import { podOf } from '../../kubernetes/pod-of';
import type { Subject } from './admission-rule';

/** One thing that an expression is asked of. */
export interface SubjectInstance {
  /** Field of the object that it is; empty for the object itself. */
  readonly path: string;
  readonly value: unknown;
}

const LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const;

/** What of an object a rule is about; nothing where it has none. */
export function subjectsIn(object: Manifest, about: Subject): SubjectInstance[] {
  if (typeof about !== 'string') {
    const is = about.some(
      ({ apiVersion, kind }) => kind === object.kind && groupOf(apiVersion) === groupOf(object.apiVersion),
    );
    return is ? [{ path: '', value: object }] : [];
  }
  const pod = podOf(object);
  if (!pod) return [];
  if (about === 'pod') return [{ path: pod.path, value: pod.spec }];
  const instances = LISTS.flatMap((list) => {
    const containers: readonly unknown[] = Array.isArray(pod.spec[list]) ? pod.spec[list] : [];
    return containers.map((value, index) => ({ list, path: `${pod.path}.${list}[${index}]`, value }));
  });
  return about === 'container' ? instances : instances.filter(({ list, value }) => runsOn(list, value));
}

/** A sidecar is an init container that is restarted always. */
function runsOn(list: string, container: unknown): boolean {
  return (
    list === 'containers' ||
    (list === 'initContainers' && Reflect.get(container as object, 'restartPolicy') === 'Always')
  );
}
