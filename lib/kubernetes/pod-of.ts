import { groupOf } from './identity';
import type { JsonObject, Manifest } from './manifest';

/** The Pod that an object is or makes copies of, and the field that holds it. */
export interface PodOf {
  /** Field of the specification: `spec`, `spec.template.spec`, `spec.jobTemplate.spec.template.spec`. */
  readonly path: string;
  readonly spec: JsonObject;
  readonly metadata: JsonObject;
}

/** Where kinds hold a Pod, by group and kind. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  '/Pod': [],
  '/PodTemplate': ['template'],
  '/ReplicationController': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'apps/Deployment': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'argoproj.io/Rollout': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
  'batch/Job': ['spec', 'template'],
};

/** Custom resources that make Pods of a template have it here: CloneSets of OpenKruise, say. */
const CUSTOM = ['spec', 'template'];

/** The Pod of an object; nothing where it is of a kind that has none, or leaves it out. */
export function podOf(object: Manifest): PodOf | undefined {
  const holder = HOLDERS[`${groupOf(object.apiVersion)}/${object.kind}`];
  if (!holder) return undefined;
  const template = within(object, holder);
  if (!isObject(template) || !isObject(template.spec)) return undefined;
  const metadata = isObject(template.metadata) ? template.metadata : {};
  return { path: [...holder, 'spec'].join('.'), spec: template.spec, metadata };
}

/**
 * The Pod that an object runs, as far as it says: one that is half written, and one of a custom resource whose template
 * has labels and containers, is one too. Nothing of a PodTemplate, which runs none.
 */
export function podRunBy(object: Manifest): PodOf | undefined {
  const kind = `${groupOf(object.apiVersion)}/${object.kind}`;
  const known = HOLDERS[kind];
  const template = within(object, known ?? CUSTOM);
  if (kind === '/PodTemplate' || !isObject(template)) return undefined;
  const spec = isObject(template.spec) ? template.spec : {};
  if (!known && !Array.isArray(spec.containers)) return undefined;
  const metadata = isObject(template.metadata) ? template.metadata : {};
  return { path: [...(known ?? CUSTOM), 'spec'].join('.'), spec, metadata };
}

function within(object: Manifest, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), object);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
