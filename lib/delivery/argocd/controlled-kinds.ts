import type { GroupKind } from '../../../imports/argoproj.io.argo-cd';

/**
 * What controllers make of a kind. Argo CD 3 does not look at EndpointSlices; Secrets that operators make are left out: whoever looks
 * at an Application need not see them.
 */
const BY_KIND: Readonly<Record<string, readonly string[]>> = {
  'apps Deployment': ['apps ReplicaSet', ' Pod'],
  'apps ReplicaSet': [' Pod'],
  'apps StatefulSet': ['apps ControllerRevision', ' PersistentVolumeClaim', ' Pod'],
  'apps DaemonSet': ['apps ControllerRevision', ' Pod'],
  'batch CronJob': ['batch Job', ' Pod'],
  'batch Job': [' Pod'],
  'argoproj.io Rollout': ['apps ReplicaSet', ' Pod', 'argoproj.io AnalysisRun'],
};

/** Kinds of the objects that controllers make of one of this kind. */
export function controlledKinds({ group, kind }: GroupKind): GroupKind[] {
  return (BY_KIND[`${group} ${kind}`] ?? []).map((text) => {
    const [of = '', made = ''] = text.split(' ');
    return { group: of, kind: made };
  });
}
