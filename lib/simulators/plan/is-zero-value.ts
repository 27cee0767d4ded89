import type { Json } from '../../kubernetes/manifest';
import type { FieldType } from '../../kubernetes/schema/field-type';

/** Booleans that the API keeps no difference of between false and not given. All others do: `immutable`, `optional`. */
const FALSE_IS_NOTHING: ReadonlySet<string> = new Set([
  ...[
    'hostIPC',
    'hostNetwork',
    'hostPID',
    'paused',
    'publishNotReadyAddresses',
    'readOnly',
    'stdin',
    'stdinOnce',
    'tty',
  ],
  ...['chapAuthDiscovery', 'chapAuthSession', 'globalDefault', 'sslEnabled'],
]);

/** Numbers that the API keeps no difference of between 0 and not given; where there is a default, 0 becomes it. */
const ZERO_IS_NOTHING: ReadonlySet<string> = new Set([
  ...['minReadySeconds', 'initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold'],
  ...['failureThreshold', 'hostPort', 'nodePort', 'healthCheckNodePort'],
]);

/** Texts of which an empty one says something: no class at all, instead of the standard one. */
const EMPTY_TEXT_SAYS: ReadonlySet<string> = new Set([
  'core.v1.PersistentVolumeClaimSpec.storageClassName',
  'core.v1.PersistentVolumeClaimSpec.volumeAttributesClassName',
]);

/** Objects that the API keeps no difference of between an empty one and none. All others do: `emptyDir`, `namespaceSelector`. */
const EMPTY_OBJECT_IS_NOTHING: ReadonlySet<string> = new Set([
  ...['core.v1.Container.resources', 'core.v1.PersistentVolumeClaimSpec.resources'],
  ...[
    'core.v1.PodTemplateSpec.metadata',
    'batch.v1.JobTemplateSpec.metadata',
    'core.v1.PersistentVolumeClaim.metadata',
  ],
  ...[
    'apps.v1.DaemonSetSpec.updateStrategy',
    'apps.v1.DeploymentSpec.strategy',
    'apps.v1.StatefulSetSpec.updateStrategy',
  ],
  ...['core.v1.Namespace.spec', 'networking.v1.NetworkPolicy.spec', 'networking.v1.NetworkPolicySpec.podSelector'],
  ...[
    'discovery.v1.Endpoint.conditions',
    'networking.v1.IngressServiceBackend.port',
    'policy.v1.PodDisruptionBudget.spec',
  ],
]);

/**
 * Whether a field that is given means the same to the API server as one that is not: what Go holds by value and leaves out
 * where it is zero.
 *
 * @param definition type of the object that has the field: `core.v1.PodSpec`
 * @source k8s.io/api@0.36 core/v1/types.go and others: fields that are no pointers
 */
export function isZeroValue(definition: string, field: string, value: Json, type: FieldType): boolean {
  const place = `${definition}.${field}`;
  if (value === null) return true;
  if (value === '') return !EMPTY_TEXT_SAYS.has(place);
  if (value === false) return FALSE_IS_NOTHING.has(field);
  if (value === 0) return ZERO_IS_NOTHING.has(field);
  if (type.is === 'quantity') return value === '0' && field === 'divisor';
  if (typeof value !== 'object') return false;
  const isEmpty = Object.keys(value).length === 0;
  return isEmpty && (type.is === 'array' || type.is === 'map' || EMPTY_OBJECT_IS_NOTHING.has(place));
}
