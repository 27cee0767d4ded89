import type { Labels } from './labels';
import type { JsonObject, Manifest } from './manifest';
import { manifestField, manifestFieldList, manifestFieldObject } from './manifest-field';
import { namespaceOf } from './namespace-of';
import { podRunBy } from './pod-of';

/** Pods that an object runs, all alike. */
export interface RunningPods {
  /** The object that is the Pod, or makes it. */
  readonly object: Manifest;
  readonly namespace: string;
  readonly labels: Labels;
  /** Field of the specification: `spec.template.spec`. */
  readonly path: string;
  readonly spec: JsonObject;
}

/** What runs as long as the Pod does: its containers, and sidecars. */
export interface RunningContainer {
  /** Field of the object that it is: `spec.template.spec.containers[0]`. */
  readonly path: string;
  readonly container: unknown;
}

/** A port that a container of a Pod declares. */
export interface RunningPort {
  readonly name: unknown;
  readonly number: unknown;
  readonly protocol: unknown;
}

/** Pods of all objects that run some. */
export function runningPods(objects: readonly Manifest[]): RunningPods[] {
  return objects.flatMap((object) => {
    const pod = podRunBy(object);
    if (!pod) return [];
    const labels = manifestFieldObject(pod.metadata, 'labels') as Labels;
    return [{ object, namespace: namespaceOf(object), labels, path: pod.path, spec: pod.spec }];
  });
}

/** Containers of a Pod that run as long as it does. */
export function runningContainers({ path, spec }: Pick<RunningPods, 'path' | 'spec'>): RunningContainer[] {
  return ['containers', 'initContainers'].flatMap((list) =>
    manifestFieldList(spec, list)
      .map((container, index) => ({ path: `${path}.${list}[${index}]`, container }))
      .filter(({ container }) => list === 'containers' || manifestField(container, 'restartPolicy') === 'Always'),
  );
}

/** Ports that a running container declares. */
export function runningPorts({ container }: Pick<RunningContainer, 'container'>): RunningPort[] {
  return manifestFieldList(container, 'ports').map((port) => ({
    name: manifestField(port, 'name'),
    number: manifestField(port, 'containerPort'),
    protocol: manifestField(port, 'protocol') ?? 'TCP',
  }));
}
