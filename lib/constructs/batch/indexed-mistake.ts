import type { Mistake } from '../mistake';
import type { ResolvedJobProps } from './job-props';

/** Most Pods of an Indexed Job at the same time, and indexes given up: Kubernetes lists them in the status. */
const MOST_AT_ONCE = 100_000;

/** Completions above which, with a limit for each index, Kubernetes lists fewer. */
const MANY = 100_000;
const MOST_OF_MANY = 10_000;

/**
 * What does not fit between a Job and its indexes; nothing where it does.
 *
 * @source kubernetes@1.36 pkg/apis/batch/validation/validation.go validateJobSpec
 */
export function indexedMistake(props: ResolvedJobProps): Mistake | undefined {
  const { completionMode, backoffLimitPerIndex, maxFailedIndexes, restartPolicy } = props;
  const perIndex = Object.entries({ backoffLimitPerIndex, maxFailedIndexes }).find(([, value]) => value !== undefined);
  if (completionMode === 'NonIndexed') {
    const mend = 'set completionMode to "Indexed", or leave it out';
    return perIndex && mistake(perIndex, 'must not be given without indexes', mend);
  }
  if (props.completions === 'workQueue') {
    return mistake(['completions', props.completions], 'must be a count where each index has its part', 'give a count');
  }
  if (backoffLimitPerIndex === undefined) {
    const mend = 'give backoffLimitPerIndex too, or leave it out';
    if (perIndex) return mistake(perIndex, 'must not be given without backoffLimitPerIndex', mend);
  } else if (restartPolicy !== 'Never') {
    const rule = 'must not be given with restartPolicy "OnFailure": restarts within a Pod are not counted';
    return mistake(['backoffLimitPerIndex', backoffLimitPerIndex], rule, 'set restartPolicy to "Never"');
  }
  return tooMany(props, props.completions);
}

function tooMany(props: ResolvedJobProps, completions: number): Mistake | undefined {
  const { parallelism, maxFailedIndexes, backoffLimitPerIndex } = props;
  const many = completions > MANY && backoffLimitPerIndex !== undefined;
  const most = many ? MOST_OF_MANY : MOST_AT_ONCE;
  const because = many ? ` where completions are above ${MANY}` : '';
  if (parallelism > most) return mistake(['parallelism', parallelism], `must be at most ${most}${because}`, 'lower it');
  if (maxFailedIndexes === undefined) {
    const rule = `must be given${because}`;
    return many ? mistake(['maxFailedIndexes', undefined], rule, `give ${most} or less`) : undefined;
  }
  if (maxFailedIndexes > completions) {
    const rule = `must be at most completions (${completions})`;
    return mistake(['maxFailedIndexes', maxFailedIndexes], rule, 'lower it');
  }
  if (maxFailedIndexes <= most) return undefined;
  return mistake(['maxFailedIndexes', maxFailedIndexes], `must be at most ${most}${because}`, 'lower it');
}

function mistake([prop, got]: readonly [string, unknown], rule: string, mend: string): Mistake {
  return { code: 'InvalidIndexes', prop, got, rule, mend };
}
