import type { Json, JsonObject } from '../../kubernetes/manifest';
import { manifestField, manifestFieldList } from '../../kubernetes/manifest-field';
import { pathOfField } from './changed-field';
import type { FieldUpdate, ImmutableField } from './immutable-field';
import { isWithin } from './is-within';

/** Minor from which a StatefulSet's history may be cut. @source kubernetes@1.33 pull request 129017 */
const HISTORY_SINCE = 33;
/** Minor from which a suspended Job's requests may change. @source kubernetes@1.36 feature MutablePodResourcesForSuspendedJobs */
const SUSPENDED_RESOURCES_SINCE = 36;

const isFrom = ({ minor }: FieldUpdate, since: number) => Number(minor.split('.')[1]) >= since;

/** Where a Pod of a suspended Job may still be sent. @source kubernetes@1.36 pkg/apis/batch/validation/validation.go validatePodTemplateUpdate */
const DIRECTIVES = [
  ...['spec.template.metadata', 'spec.template.spec.nodeSelector', 'spec.template.spec.tolerations'],
  ...['spec.template.spec.schedulingGates', 'spec.template.spec.affinity.nodeAffinity'],
];
const RESOURCES = ['spec.template.spec.containers.resources', 'spec.template.spec.initContainers.resources'];

/** With the last label of a template those go that the Job controller needs. */
function losesLabels({ from, to }: FieldUpdate): boolean {
  const labels = 'spec.template.metadata.labels';
  return manifestField(from, labels) !== undefined && manifestField(to, labels) === undefined;
}

function mayChangeInSuspended(update: FieldUpdate): boolean {
  if (manifestField(update.from, 'spec.suspend') !== true || losesLabels(update)) return false;
  const free = isFrom(update, SUSPENDED_RESOURCES_SINCE) ? [...DIRECTIVES, ...RESOURCES] : DIRECTIVES;
  return free.some((field) => isWithin(pathOfField(update), field));
}

/** An indexed Job may be told another number of completions together with the same of Pods at once. */
function mayComplete({ to, after }: FieldUpdate): boolean {
  const isIndexed = manifestField(to, 'spec.completionMode') === 'Indexed';
  return isIndexed && after !== undefined && after === manifestField(to, 'spec.parallelism');
}

/** A deadline may be set, and come nearer. */
function isNearer({ before, after }: FieldUpdate): boolean {
  return typeof after === 'number' && (before === undefined || after <= Number(before));
}

/** Tolerations may be added, and last longer or shorter. */
function onlyTolerates({ from, to }: FieldUpdate): boolean {
  const key = (one: unknown) => {
    const { tolerationSeconds, ...rest } = one as JsonObject;
    return JSON.stringify(Object.entries(rest).sort());
  };
  const now = manifestFieldList(to, 'spec.tolerations').map(key);
  return manifestFieldList(from, 'spec.tolerations').every((one) => now.includes(key(one)));
}

function onlyOpensGates({ from, to }: FieldUpdate): boolean {
  const names = (pod: JsonObject) =>
    manifestFieldList(pod, 'spec.schedulingGates').map((gate) => manifestField(gate, 'name') as Json);
  return names(to).every((name) => names(from).includes(name));
}

const mendsNegative = ({ before, after }: FieldUpdate) => Number(before) < 0 && after === 1;

/** A Pod that waits behind a gate may be sent to fewer nodes. */
function onlyNarrows({ from, before }: FieldUpdate): boolean {
  return manifestFieldList(from, 'spec.schedulingGates').length > 0 && before === undefined;
}

const JOB = { kind: 'batch/Job', source: 'batch ValidateJobSpecUpdate' };
const POD = { kind: '/Pod', source: 'core ValidatePodUpdate' };

/** Fields of workloads that the API server refuses to change. */
export const IMMUTABLE_IN_WORKLOADS: readonly ImmutableField[] = [
  { kind: 'apps/Deployment', field: 'spec.selector', source: 'apps ValidateDeploymentUpdate' },
  { kind: 'apps/ReplicaSet', field: 'spec.selector', source: 'apps ValidateReplicaSetUpdate' },
  { kind: 'apps/DaemonSet', field: 'spec.selector', source: 'apps ValidateDaemonSetSpecUpdate' },
  {
    kind: 'apps/StatefulSet',
    field: 'spec',
    except: [
      ...['spec.replicas', 'spec.template', 'spec.updateStrategy', 'spec.minReadySeconds', 'spec.ordinals'],
      'spec.persistentVolumeClaimRetentionPolicy',
    ],
    allows: (update) => update.path === 'spec.revisionHistoryLimit' && isFrom(update, HISTORY_SINCE),
    source: 'apps ValidateStatefulSetUpdate',
  },
  { ...JOB, field: 'spec.template', allows: mayChangeInSuspended },
  { ...JOB, field: 'spec.completions', allows: mayComplete },
  ...['selector', 'completionMode', 'podFailurePolicy', 'backoffLimitPerIndex', 'managedBy', 'successPolicy'].map(
    (field) => ({ ...JOB, field: `spec.${field}` }),
  ),
  {
    ...POD,
    field: 'spec',
    except: [
      ...['spec.containers.image', 'spec.initContainers.image', 'spec.activeDeadlineSeconds', 'spec.tolerations'],
      ...['spec.schedulingGates', 'spec.terminationGracePeriodSeconds', 'spec.nodeSelector'],
    ],
  },
  { ...POD, field: 'spec.activeDeadlineSeconds', allows: isNearer },
  { ...POD, field: 'spec.tolerations', allows: onlyTolerates },
  { ...POD, field: 'spec.schedulingGates', allows: onlyOpensGates },
  { ...POD, field: 'spec.terminationGracePeriodSeconds', allows: mendsNegative },
  { ...POD, field: 'spec.nodeSelector', allows: onlyNarrows },
  { kind: 'apps/ControllerRevision', field: 'data', source: 'apps ValidateControllerRevisionUpdate' },
];
