import {
  annotationKeyProblem,
  ENVIRONMENT_LABEL,
  labelKeyProblem,
  labelValueProblem,
  selectorLabels,
} from '../../kubernetes/labels';
import type { Mistake } from '../mistake';
import type { PodProps } from './pod-props';

/** Labels that say whose the Pod is. */
const OWN: readonly string[] = [...Object.keys(selectorLabels('', '')), ENVIRONMENT_LABEL];

/** Labels and annotations that Kubernetes would refuse, or that would give the Pod to others; nothing where all are sound. */
export function labelMistake({
  podLabels = {},
  podAnnotations = {},
}: Pick<PodProps, 'podLabels' | 'podAnnotations'>): Mistake | undefined {
  for (const [got, value] of Object.entries(podLabels)) {
    const taken = OWN.includes(got) ? 'must not be one of those that the Pod is selected by' : undefined;
    const rule = taken ?? labelKeyProblem(got);
    if (rule) return { code: 'InvalidName', prop: 'podLabels', got, rule, mend: 'choose another key' };
    const wrong = labelValueProblem(value);
    if (wrong)
      return {
        code: 'InvalidLabel',
        prop: `podLabels.${got}`,
        got: value,
        rule: wrong,
        mend: 'shorten or rename the value',
      };
  }
  for (const got of Object.keys(podAnnotations)) {
    const rule = annotationKeyProblem(got);
    if (rule) return { code: 'InvalidName', prop: 'podAnnotations', got, rule, mend: 'choose another key' };
  }
  return undefined;
}
