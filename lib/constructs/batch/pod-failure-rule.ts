import type { k8s } from '../../kubernetes/k8s';
import { labelKeyProblem } from '../../kubernetes/labels';

/**
 * What a failed Pod does to its Job: `Ignore` counts for nothing, `Count` counts towards `backoffLimit`, `FailJob` ends the
 * Job and all its Pods, `FailIndex` gives up the index.
 */
export type PodFailureAction = 'Ignore' | 'Count' | 'FailJob' | 'FailIndex';

/** Which container's exit code is meant. */
export interface ExitCodeOptions {
  /**
   * Name of the container.
   *
   * @default - any container that failed
   */
  readonly container?: string;
}

/** Most values that Kubernetes takes in one rule. */
const MOST_CODES = 255;

/**
 * What is done about a Pod that failed in one way. The first rule that fits decides; a Pod that none fits is counted.
 *
 * @example
 * const podFailurePolicy = [
 *   PodFailureRule.podCondition('DisruptionTarget', 'Ignore'), // the node went, not the program
 *   PodFailureRule.exitCodeIn([78], 'FailJob'), // wrong configuration: no try will mend it
 * ];
 */
export class PodFailureRule {
  /** The program ended with one of these codes, 1 to 255. */
  static exitCodeIn(codes: readonly number[], action: PodFailureAction, options: ExitCodeOptions = {}): PodFailureRule {
    return PodFailureRule.exitCode('In', { ...options, action, codes });
  }

  /** The program failed with any other code than these. */
  static exitCodeNotIn(
    codes: readonly number[],
    action: PodFailureAction,
    options: ExitCodeOptions = {},
  ): PodFailureRule {
    return PodFailureRule.exitCode('NotIn', { ...options, action, codes });
  }

  /** The Pod has a condition: `DisruptionTarget` is one that was evicted, preempted, or lost with its node. */
  static podCondition(
    type: string,
    action: PodFailureAction,
    status: 'True' | 'False' | 'Unknown' = 'True',
  ): PodFailureRule {
    return new PodFailureRule(action, { onPodConditions: [{ type, status }] });
  }

  private static exitCode(
    operator: 'In' | 'NotIn',
    { codes, action, container }: ExitCodeOptions & { codes: readonly number[]; action: PodFailureAction },
  ): PodFailureRule {
    const values = [...new Set(codes)].sort((one, other) => one - other); // Kubernetes refuses any other order
    return new PodFailureRule(action, { onExitCodes: { containerName: container, operator, values } });
  }

  private constructor(
    readonly action: PodFailureAction,
    private readonly when: Omit<k8s.PodFailurePolicyRule, 'action'>,
  ) {}

  /** Container that it asks about, where it asks about one. */
  get container(): string | undefined {
    return this.when.onExitCodes?.containerName;
  }

  /** Why Kubernetes would refuse it; nothing where it would not. */
  problem(): { readonly got: unknown; readonly rule: string; readonly mend: string } | undefined {
    const { onExitCodes, onPodConditions = [] } = this.when;
    const condition = onPodConditions.find(({ type }) => labelKeyProblem(type));
    if (condition) {
      const mend = 'name a condition such as "DisruptionTarget"';
      return { got: condition.type, rule: 'must be the name of a condition', mend };
    }
    if (!onExitCodes) return undefined;
    const { operator, values: got } = onExitCodes;
    const least = operator === 'In' ? 1 : 0;
    const sound = got.every((code) => Number.isInteger(code) && code >= least && code <= 255);
    if (sound && got.length > 0 && got.length <= MOST_CODES) return undefined;
    const mend = 'give the codes that the program ends with';
    return { got, rule: `must be one to ${MOST_CODES} exit codes from ${least} to 255`, mend };
  }

  /** The rule as a Job holds it. */
  manifest(): k8s.PodFailurePolicyRule {
    return { action: this.action, ...this.when };
  }
}
