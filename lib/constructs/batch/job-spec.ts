import type { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { podTemplate } from '../pod/pod-template';
import type { ResolvedJobProps } from './job-props';

/** Failures after which a Job gives up: Kubernetes' own default. */
const BACKOFF_LIMIT = 6;

/** No bound, as Kubernetes writes it where each index has its own. */
const NO_BACKOFF_LIMIT = 2 ** 31 - 1;

/** What a Job is to do, as it holds it, and as a CronJob holds it for its Jobs. */
export function jobSpec(
  props: ResolvedJobProps,
  of: { readonly labels: Labels; readonly selector: Labels },
): k8s.JobSpec {
  const { completions, backoffLimitPerIndex, maxFailedIndexes, podFailurePolicy, restartPolicy } = props;
  return {
    completions: completions === 'workQueue' ? undefined : completions,
    parallelism: props.parallelism,
    completionMode: props.completionMode,
    backoffLimit: props.backoffLimit ?? (backoffLimitPerIndex === undefined ? BACKOFF_LIMIT : NO_BACKOFF_LIMIT),
    backoffLimitPerIndex,
    maxFailedIndexes,
    podFailurePolicy: podFailurePolicy?.length ? { rules: podFailurePolicy.map((rule) => rule.manifest()) } : undefined,
    podReplacementPolicy: props.podReplacementPolicy,
    activeDeadlineSeconds: props.activeDeadline.toSeconds(),
    template: podTemplate(props, { ...of, restartPolicy }),
  };
}
