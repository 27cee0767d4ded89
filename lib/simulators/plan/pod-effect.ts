import { groupOf } from '../../kubernetes/identity';
import { manifestField } from '../../kubernetes/manifest-field';
import { type ChangedField, pathOfField } from './changed-field';
import { isWithin } from './is-within';
import type { Update } from './refusals';

/** What a change does to the Pods that run. */
export interface PodEffect {
  /** `now`: they are made anew. `later`: when somebody deletes them, or resumes the rollout. `none`: nothing. */
  readonly rolls: 'now' | 'later' | 'none';
  /** Whether there is a new ReplicaSet, or a new ControllerRevision. */
  readonly newRevision: boolean;
  /** Changed fields of their template. */
  readonly fields: readonly ChangedField[];
}

const TEMPLATE = 'spec.template';
const KINDS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/**
 * What becomes of the Pods of a workload that is updated. Any difference in the template of a Deployment is another
 * ReplicaSet, of a StatefulSet or a DaemonSet another revision; nothing else is.
 *
 * @source kubernetes@1.36 pkg/controller/deployment/util/deployment_util.go EqualIgnoreHash; pkg/controller/statefulset/stateful_set_utils.go newRevision
 */
export function podEffect({ after, fields }: Update): PodEffect {
  const inTemplate = fields.filter((field) => isWithin(pathOfField(field), TEMPLATE));
  if (groupOf(after.apiVersion) !== 'apps' || !KINDS.has(after.kind) || inTemplate.length === 0) {
    return { rolls: 'none', newRevision: false, fields: inTemplate };
  }
  const isPaused = manifestField(after, 'spec.paused') === true;
  const isOnDelete = manifestField(after, 'spec.updateStrategy.type') === 'OnDelete';
  return { rolls: isPaused || isOnDelete ? 'later' : 'now', newRevision: !isPaused, fields: inTemplate };
}
