import type { Mistake } from '../mistake';
import type { ResolvedJobProps } from './job-props';

/** Most rules that Kubernetes takes. */
const MOST_RULES = 20;

/**
 * What Kubernetes would refuse of a Job's rules about failed Pods; nothing where they are sound.
 *
 * @source kubernetes@1.36 pkg/apis/batch/validation/validation.go validatePodFailurePolicy
 */
export function podFailurePolicyMistake(props: ResolvedJobProps): Mistake | undefined {
  const { podFailurePolicy: rules = [], restartPolicy, podReplacementPolicy, backoffLimitPerIndex } = props;
  if (rules.length === 0) return undefined;
  const whole = (rule: string, mend: string, got: unknown = rules.length) =>
    ({ code: 'InvalidFailurePolicy', prop: 'podFailurePolicy', got, rule, mend }) as const;
  if (restartPolicy !== 'Never') {
    const mend = 'set restartPolicy to "Never", or leave it out';
    return whole('must not be given with restartPolicy "OnFailure": the Pod does not fail then', mend);
  }
  if (podReplacementPolicy !== 'Failed') {
    const mend = 'leave podReplacementPolicy out: how a Pod fails is known when it has ended';
    return whole('must not be given with podReplacementPolicy "TerminatingOrFailed"', mend);
  }
  if (rules.length > MOST_RULES) return whole(`must have at most ${MOST_RULES} rules`, 'put exit codes into one rule');
  for (const [index, one] of rules.entries()) {
    const prop = `podFailurePolicy[${index}]`;
    const wrong = one.problem() ?? unknownContainer(one.container, props);
    if (wrong) return { code: 'InvalidFailurePolicy', prop, ...wrong };
    if (one.action === 'FailIndex' && backoffLimitPerIndex === undefined) {
      const rule = 'must not be given without backoffLimitPerIndex';
      return { ...whole(rule, 'give backoffLimitPerIndex, or FailJob', one.action), prop };
    }
  }
  return undefined;
}

function unknownContainer(
  got: string | undefined,
  { application, initContainers = [], sidecars = [], containers = [] }: ResolvedJobProps,
) {
  const names = [application, ...[...containers, ...sidecars, ...initContainers].map(({ name }) => name)];
  if (got === undefined || names.includes(got)) return undefined;
  const known = names.map((name) => `"${name}"`).join(', ');
  return { got, rule: `must be about a container of the Pod: ${known}`, mend: 'name one of them, or leave it out' };
}
