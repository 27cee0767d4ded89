import { nameProblem } from '../../kubernetes/names';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import { wholeSecondsMistake } from '../container/whole-seconds-mistake';
import type { Mistake } from '../mistake';
import { podMistake } from '../pod/pod-mistake';
import { indexedMistake } from './indexed-mistake';
import type { ResolvedJobProps } from './job-props';
import { podFailurePolicyMistake } from './pod-failure-policy-mistake';

type Check = (props: ResolvedJobProps) => Mistake | undefined;

/** What Kubernetes would refuse of a Job, or could not run; nothing where it is sound. */
export function jobMistake(props: ResolvedJobProps): Mistake | undefined {
  for (const check of [application, counts, deadline, indexedMistake, podFailurePolicyMistake, claims, pod]) {
    const wrong = check(props);
    if (wrong) return wrong;
  }
  return undefined;
}

const MOST = 2 ** 31 - 1;

const application: Check = ({ application: got }) => {
  const rule = nameProblem('Namespace', got);
  return rule ? { code: 'InvalidName', prop: 'application', got, rule, mend: 'choose another application' } : undefined;
};

const counts: Check = (props) => {
  const { completions, parallelism, backoffLimit, backoffLimitPerIndex, maxFailedIndexes } = props;
  const bounds = [
    ['completions', completions === 'workQueue' ? undefined : completions, 1],
    ['parallelism', parallelism, 1],
    ['backoffLimit', backoffLimit, 0],
    ['backoffLimitPerIndex', backoffLimitPerIndex, 0],
    ['maxFailedIndexes', maxFailedIndexes, 0],
  ] as const;
  for (const [prop, got, least] of bounds) {
    const rule = got === undefined ? undefined : wholeNumberProblem(got, least, MOST);
    const mend =
      prop === 'parallelism' ? 'give a count; to hold the Job back set state to "suspended"' : 'give a count';
    if (rule) return { code: 'OutOfRange', prop, got, rule, mend };
  }
  return undefined;
};

const deadline: Check = ({ activeDeadline }) => {
  const wrong = wholeSecondsMistake({ activeDeadline });
  if (wrong) return { code: 'OutOfRange', ...wrong };
  const seconds = activeDeadline.toSeconds();
  if (seconds >= 1) return undefined;
  const mend = 'give the time that it may take with all its tries';
  return { code: 'OutOfRange', prop: 'activeDeadline', got: `${seconds}s`, rule: 'must be at least 1s', mend };
};

const claims: Check = ({ mounts = [], initContainers = [], sidecars = [], containers = [] }) => {
  const all = [...mounts, ...[...initContainers, ...sidecars, ...containers].flatMap((one) => one.mounts ?? [])];
  const template = all.find(({ volume }) => volume.traits.template);
  if (!template) return undefined;
  const rule = 'must not be a claim template, which only a StatefulSet has';
  return {
    code: 'InvalidVolume',
    prop: 'mounts',
    got: template.volume.name,
    rule,
    mend: 'mount a claim: Volume.claim',
  };
};

const pod: Check = (props) => {
  const { restartPolicy, completionMode } = props;
  const restarts = restartPolicy === 'Never' ? 'never' : 'onFailure';
  return podMistake(props, {
    restarts,
    variables: completionMode === 'Indexed' ? ['JOB_COMPLETION_INDEX'] : undefined,
  });
};
