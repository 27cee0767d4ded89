import { groupOf } from './identity';
import type { Manifest } from './manifest';
import { manifestField, manifestFieldText } from './manifest-field';
import { namespaceOf } from './namespace-of';

/** What an object that sets the number of replicas of another one says of it. */
export interface ScaleTarget {
  /** The autoscaler. */
  readonly scaler: Manifest;
  readonly namespace: string;
  /** API group; nothing where it names none. */
  readonly group: string | undefined;
  readonly kind: string;
  readonly name: string;
  /** Fewest replicas; nothing where it does not say. */
  readonly minReplicas: number | undefined;
}

/** What an autoscaler scales: a HorizontalPodAutoscaler, or a ScaledObject of KEDA; nothing where the object is neither. */
export function scaleTargetOf(scaler: Manifest): ScaleTarget | undefined {
  const isKeda = groupOf(scaler.apiVersion) === 'keda.sh' && scaler.kind === 'ScaledObject';
  const isHpa = groupOf(scaler.apiVersion) === 'autoscaling' && scaler.kind === 'HorizontalPodAutoscaler';
  const name = manifestFieldText(scaler, 'spec.scaleTargetRef.name');
  if (name === undefined || !(isKeda || isHpa)) return undefined;
  const apiVersion = manifestFieldText(scaler, 'spec.scaleTargetRef.apiVersion');
  const minReplicas = manifestField(scaler, isKeda ? 'spec.minReplicaCount' : 'spec.minReplicas');
  return {
    scaler,
    namespace: namespaceOf(scaler),
    group: apiVersion === undefined ? undefined : groupOf(apiVersion),
    kind: manifestFieldText(scaler, 'spec.scaleTargetRef.kind') ?? 'Deployment',
    name,
    minReplicas: typeof minReplicas === 'number' ? minReplicas : undefined,
  };
}

/** Whether an object is what is scaled. */
export function isScaleTarget({ namespace, group, kind, name }: ScaleTarget, object: Manifest): boolean {
  const isNamed = object.kind === kind && object.metadata.name === name && namespaceOf(object) === namespace;
  return isNamed && (group === undefined || groupOf(object.apiVersion) === group);
}

/** Scalers of an object among others. */
export function scaleTargetsThatAre(object: Manifest, objects: readonly Manifest[]): ScaleTarget[] {
  return objects.flatMap((other) => scaleTargetOf(other) ?? []).filter((target) => isScaleTarget(target, object));
}
