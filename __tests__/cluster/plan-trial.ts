import { kindOrder } from '../../lib/kubernetes/kind-order';
import type { JsonObject, Manifest } from '../../lib/kubernetes/manifest';
import { scopeOf } from '../../lib/kubernetes/schema/scope-of';
import type { ServedApi } from '../../lib/simulators/plan/served-api';

/** Namespace that everything is tried in. */
export const TRIAL = 'plan-trial';
/** Namespace of what would bound the rest. */
const BOUNDS = 'plan-bounds-trial';
export const TRIAL_NAMESPACES = [TRIAL, BOUNDS];

const BOUNDING = new Set(['ResourceQuota', 'LimitRange']);
/** A class that is taken by default changes what others are given. */
const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

/** Objects of many charts in one namespace, none in the way of another: each with a name of its own, in the order to apply them in. */
export function trialObjects(objects: readonly Manifest[], api: ServedApi): Manifest[] {
  const renamed = objects.flatMap((object, index): Manifest[] => {
    const scope = scopeOf(object, api.schemas, api.minor);
    if (scope === undefined) return []; // a kind of somebody else's, whose fields are not known here
    const namespace = BOUNDING.has(object.kind) ? BOUNDS : TRIAL;
    const { [DEFAULT_CLASS]: _, ...annotations } = object.metadata.annotations ?? {};
    // the label of an environment would make them part of what is deployed
    const { environment, ...labels } = object.metadata.labels ?? {};
    const metadata = {
      ...object.metadata,
      labels: { ...labels, [TRIAL]: 'true' },
      name: `t${index}-${object.metadata.name}`.slice(0, 50).replace(/[-.]+$/, ''),
      ...(scope === 'Namespaced' && { namespace }),
      annotations,
    };
    return [{ ...object, metadata }];
  });
  return renamed.sort((a, b) => kindOrder(a.kind) - kindOrder(b.kind));
}

/** A workload without Pods: what becomes of its template is decided all the same. */
export function withoutPods(workload: Manifest, name: string): Manifest {
  const spec = workload.spec as JsonObject;
  const metadata = { ...workload.metadata, name };
  if (workload.kind !== 'DaemonSet') return { ...workload, metadata, spec: { ...spec, replicas: 0 } };
  const template = spec.template as JsonObject;
  const pod = template.spec as JsonObject;
  const nowhere = { ...(pod.nodeSelector as JsonObject | undefined), 'plan-trial': 'nowhere' };
  return {
    ...workload,
    metadata,
    spec: { ...spec, template: { ...template, spec: { ...pod, nodeSelector: nowhere } } },
  };
}
