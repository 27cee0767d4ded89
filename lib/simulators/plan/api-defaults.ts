import type { Json, JsonObject } from '../../kubernetes/manifest';
import { manifestField } from '../../kubernetes/manifest-field';
import { ADMISSION_DEFAULTS } from './admission-defaults';
import { type Fill, filled } from './filled';
import { objectOr } from './object-or';
import { POD_DEFAULTS } from './pod-defaults';
import { SERVICE_DEFAULTS } from './service-defaults';

const RBAC = 'rbac.authorization.k8s.io';
const KEPT = { whenDeleted: 'Retain', whenScaled: 'Retain' };
const FILESYSTEM = { volumeMode: 'Filesystem' };

/** @source kubernetes@1.36 pkg/apis/autoscaling/v2/defaults.go */
const SCALE_UP = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
};
const SCALE_DOWN = { selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] };
const CPU_80 = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
};

const rolling =
  (field: string, bounds: JsonObject): Fill =>
  (spec) => {
    const strategy: JsonObject = { type: 'RollingUpdate', ...objectOr(spec[field]) };
    if (strategy.type !== 'RollingUpdate') return { ...spec, [field]: strategy };
    return { ...spec, [field]: { ...strategy, rollingUpdate: { ...bounds, ...objectOr(strategy.rollingUpdate) } } };
  };

/** A StatefulSet that says its strategy and no bounds of it is given none. */
const ordered: Fill = (spec) => {
  const { type, rollingUpdate } = objectOr(spec.updateStrategy);
  const bounds = rollingUpdate ?? (type === undefined ? {} : undefined);
  const isRolling = bounds !== undefined && (type === undefined || type === 'RollingUpdate');
  const updateStrategy = {
    type: type ?? 'RollingUpdate',
    ...(isRolling && { rollingUpdate: { partition: 0, ...objectOr(bounds) } }),
  };
  return { ...spec, updateStrategy };
};

const statefulSet: Fill = (spec) => ({
  ...spec,
  persistentVolumeClaimRetentionPolicy: { ...KEPT, ...objectOr(spec.persistentVolumeClaimRetentionPolicy) },
  // what they are is said by where they stand
  ...(Array.isArray(spec.volumeClaimTemplates) && {
    volumeClaimTemplates: spec.volumeClaimTemplates.map((template) => {
      const { apiVersion, kind, status, ...claim } = objectOr(template);
      return claim;
    }),
  }),
});

const job: Fill = ({ spec: given, ...job }) => {
  const spec = objectOr(given);
  const alone = spec.completions === undefined && spec.parallelism === undefined;
  return {
    ...job,
    spec: {
      ...(alone && { completions: 1 }),
      parallelism: 1,
      backoffLimit: spec.backoffLimitPerIndex === undefined ? 6 : 2 ** 31 - 1,
      completionMode: 'NonIndexed',
      suspend: false,
      podReplacementPolicy: spec.podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed',
      manualSelector: false,
      ...spec,
    },
  };
};

const autoscaler: Fill = ({ behavior, ...spec }) => ({
  minReplicas: 1,
  metrics: [CPU_80],
  ...spec,
  ...(behavior !== undefined && {
    behavior: {
      scaleUp: { ...SCALE_UP, ...objectOr(manifestField(behavior, 'scaleUp') as Json) },
      scaleDown: { ...SCALE_DOWN, ...objectOr(manifestField(behavior, 'scaleDown') as Json) },
    },
  }),
});

const networkPolicy: Fill = (spec) => ({
  podSelector: {}, // which picks every Pod, so it is not nothing
  policyTypes: ['Ingress', ...(spec.egress === undefined ? [] : ['Egress'])],
  ...spec,
});

/** For containers the most is the default, the default what is requested, and the least where there is none. */
const limits: Fill = (item) => {
  if (item.type !== 'Container') return item;
  const standard = { ...objectOr(item.max), ...objectOr(item.default) };
  const requested = { ...objectOr(item.min), ...standard, ...objectOr(item.defaultRequest) };
  return { ...item, default: standard, defaultRequest: requested };
};

const secret: Fill = ({ stringData, ...given }) => ({
  type: 'Opaque',
  ...given,
  ...(stringData !== undefined && {
    data: {
      ...objectOr(given.data),
      ...Object.fromEntries(
        Object.entries(objectOr(stringData)).map(([key, text]) => [key, Buffer.from(String(text)).toString('base64')]),
      ),
    },
  }),
});

const namespace: Fill = ({ metadata: given, ...rest }) => {
  const metadata = objectOr(given);
  const labels = { ...objectOr(metadata.labels), 'kubernetes.io/metadata.name': metadata.name ?? '' };
  return { ...rest, metadata: { ...metadata, labels } };
};

const subject: Fill = (given) =>
  given.kind === 'User' || given.kind === 'Group' ? { apiGroup: RBAC, ...given } : given;

const binding: Fill = (given) => ({ ...given, roleRef: { apiGroup: RBAC, ...objectOr(given.roleRef) } });

/**
 * What the API server fills in, by type, its parts already filled.
 *
 * @source kubernetes@1.36 pkg/apis/*\/v1/defaults.go SetDefaults_*, and `+default` in k8s.io/api@0.36
 */
export const API_DEFAULTS: ReadonlyMap<string, Fill> = new Map<string, Fill>([
  ...ADMISSION_DEFAULTS,
  ...POD_DEFAULTS,
  ...SERVICE_DEFAULTS,
  [
    'apps.v1.DeploymentSpec',
    (spec) =>
      rolling('strategy', { maxSurge: '25%', maxUnavailable: '25%' })({
        ...{ replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 },
        ...spec,
      }),
  ],
  [
    'apps.v1.DaemonSetSpec',
    (spec) => rolling('updateStrategy', { maxSurge: 0, maxUnavailable: 1 })({ revisionHistoryLimit: 10, ...spec }),
  ],
  [
    'apps.v1.StatefulSetSpec',
    (spec) =>
      ordered(statefulSet({ replicas: 1, revisionHistoryLimit: 10, podManagementPolicy: 'OrderedReady', ...spec })),
  ],
  ['apps.v1.ReplicaSetSpec', filled({ replicas: 1 })],
  ['core.v1.ReplicationControllerSpec', filled({ replicas: 1 })],
  ['batch.v1.Job', job],
  [
    'batch.v1.CronJobSpec',
    filled({ concurrencyPolicy: 'Allow', suspend: false, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1 }),
  ],
  ['batch.v1.PodFailurePolicyOnPodConditionsPattern', filled({ status: 'True' })],
  ['autoscaling.v2.HorizontalPodAutoscalerSpec', autoscaler],
  ['networking.v1.NetworkPolicySpec', networkPolicy],
  ['networking.v1.NetworkPolicyPort', filled({ protocol: 'TCP' })],
  ['networking.v1.IngressClassParametersReference', filled({ scope: 'Cluster' })],
  ['core.v1.LimitRangeItem', limits],
  ['core.v1.Secret', secret],
  ['core.v1.Namespace', namespace],
  ['core.v1.PersistentVolumeSpec', filled({ persistentVolumeReclaimPolicy: 'Retain', ...FILESYSTEM })],
  ['core.v1.PersistentVolumeClaimSpec', filled(FILESYSTEM)],
  ['storage.v1.StorageClass', filled({ reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' })],
  [
    'storage.v1.CSIDriverSpec',
    filled({
      ...{ attachRequired: true, podInfoOnMount: false, storageCapacity: false, requiresRepublish: false },
      ...{ fsGroupPolicy: 'ReadWriteOnceWithFSType', volumeLifecycleModes: ['Persistent'] },
    }),
  ],
  ['scheduling.v1.PriorityClass', filled({ preemptionPolicy: 'PreemptLowerPriority' })],
  ['discovery.v1.EndpointPort', filled({ name: '', protocol: 'TCP' })],
  ['core.v1.EndpointPort', filled({ protocol: 'TCP' })],
  ['rbac.v1.RoleBinding', binding],
  ['rbac.v1.ClusterRoleBinding', binding],
  ['rbac.v1.Subject', subject],
]);
