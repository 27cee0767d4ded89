import { API_LIVES } from '../kubernetes/api-life';
import { manifestFieldObject } from '../kubernetes/manifest-field';
import { otherVersion } from '../kubernetes/schema/other-version';
import type { Fix } from './rule';

/**
 * Versions whose changes are of fields alone, and show in the schema: what a field means that is left out is the same
 * before and after. `extensions/v1beta1` Deployments, say, rolled out otherwise.
 *
 * @source kubernetes.io/docs/reference/using-api/deprecation-guide
 */
const CHANGED_IN_FIELDS = new Set([
  'apps/v1beta2 DaemonSet',
  'apps/v1beta2 Deployment',
  'apps/v1beta2 ReplicaSet',
  'apps/v1beta2 StatefulSet',
  'autoscaling/v2beta1 HorizontalPodAutoscaler',
  'autoscaling/v2beta2 HorizontalPodAutoscaler',
  'extensions/v1beta1 Ingress',
  'networking.k8s.io/v1beta1 Ingress',
]);

/** Writes the version that is served, where the object is the same in it. Fields that are not are found by the schema. */
export const versionFix: Fix = ({ object }, { schemas, kubernetesVersion }) => {
  const name = `${object.apiVersion} ${object.kind}`;
  const life = API_LIVES.get(name);
  if (!life) return []; // a custom one: its own documentation says what has changed
  const changes = life.changes !== undefined && !CHANGED_IN_FIELDS.has(name);
  // an empty selector picked nothing, and picks everything now
  const isBudget = object.kind === 'PodDisruptionBudget';
  const isSame = isBudget ? Object.keys(manifestFieldObject(object, 'spec.selector')).length > 0 : !changes;
  const value = otherVersion(object, schemas, kubernetesVersion);
  return isSame && value !== undefined ? [{ field: 'apiVersion', value }] : [];
};
