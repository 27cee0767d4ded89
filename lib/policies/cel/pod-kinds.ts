import type { SubjectKind } from './admission-rule';
import { SUBJECT_KINDS } from './subject-kinds';

const { CronJob, DaemonSet, Deployment, Job, Pod, PodTemplate, ReplicaSet, ReplicationController, StatefulSet } =
  SUBJECT_KINDS;

/** Kinds that are a Pod or hold the template of one: what rules about Pods and containers are asked of. */
export const POD_KINDS: readonly SubjectKind[] = [
  CronJob,
  DaemonSet,
  Deployment,
  Job,
  Pod,
  PodTemplate,
  ReplicaSet,
  ReplicationController,
  StatefulSet,
];
