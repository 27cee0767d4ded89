import type { Size } from 'cdk8s';
import type { ContainerResourcePolicy, ResourceList } from '../../../imports/autoscaling.k8s.io';
import type { Cpu } from '../../kubernetes/k8s';
import { compareQuantities, parseQuantity } from '../../kubernetes/quantity';
import type { Mistake } from '../mistake';
import { withDefaults } from '../with-defaults';

/** Amounts that the requests of a container are kept to. */
export interface RequestBounds {
  /**
   * Whole thousandths of a CPU.
   *
   * @default - no bound
   */
  readonly cpu?: Cpu;
  /**
   * Whole bytes.
   *
   * @default - no bound
   */
  readonly memory?: Size;
}

/** What a vertical autoscaler does with one container. */
export interface ContainerScaling {
  /**
   * The least that it sets.
   *
   * @default - no least
   */
  readonly minAllowed?: RequestBounds;

  /**
   * The most that it sets. Without one a container may grow beyond every node, and then stays pending.
   *
   * @default - no most
   */
  readonly maxAllowed?: RequestBounds;

  /**
   * What it sets: leave out what a horizontal autoscaler scales on.
   *
   * @default ['cpu', 'memory']
   */
  readonly controlledResources?: readonly ('cpu' | 'memory')[];

  /**
   * Whether limits are set too, in the ratio that they now have to the requests, or stay as they are.
   *
   * @default 'RequestsAndLimits'
   */
  readonly controlledValues?: 'RequestsAndLimits' | 'RequestsOnly';
}

/** What is left out becomes. */
export const DEFAULTS = { controlledResources: ['cpu', 'memory'], controlledValues: 'RequestsAndLimits' } as const;

/** What the admission controller would refuse, or what would do nothing; nothing where it is sound. */
export function containerScalingMistake(name: string, scaling: ContainerScaling): Mistake | undefined {
  const { minAllowed = {}, maxAllowed = {}, controlledResources } = withDefaults(scaling, DEFAULTS);
  const wrong = (prop: string, got: unknown, rule: string, mend: string): Mistake => ({
    code: 'InvalidContainerScaling',
    prop: `containers.${name}.${prop}`,
    got,
    rule,
    mend,
  });
  if (controlledResources.length === 0 || new Set(controlledResources).size < controlledResources.length) {
    const mend = "give 'cpu', 'memory' or both, or 'Off' in place of all this";
    return wrong('controlledResources', controlledResources, 'must name one resource or two', mend);
  }
  for (const [prop, bounds] of Object.entries({ minAllowed, maxAllowed })) {
    for (const [resource, got] of Object.entries(amounts(bounds))) {
      const rule = amountProblem(resource, got, controlledResources);
      if (rule) return wrong(`${prop}.${resource}`, got, rule, 'give another amount, or leave it out');
    }
  }
  const most = amounts(maxAllowed);
  const above = Object.entries(amounts(minAllowed)).find(([resource, least]) => isAbove(least, most[resource]));
  if (!above) return undefined;
  const rule = `must be at most maxAllowed (${most[above[0]]})`;
  return wrong(`minAllowed.${above[0]}`, above[1], rule, 'lower it, or raise maxAllowed');
}

/** The policy as a VerticalPodAutoscaler holds it. `*` is every container that has none of its own. */
export function containerPolicy(containerName: string, scaling: ContainerScaling | 'Off'): ContainerResourcePolicy {
  if (scaling === 'Off') return { containerName, mode: 'Off' };
  const { minAllowed, maxAllowed, ...controlled } = withDefaults(scaling, DEFAULTS);
  return {
    containerName,
    mode: 'Auto',
    minAllowed: minAllowed && amounts(minAllowed),
    maxAllowed: maxAllowed && amounts(maxAllowed),
    ...controlled,
  };
}

function amounts({ cpu, memory }: RequestBounds): ResourceList & Readonly<Record<string, string>> {
  return { ...(cpu && { cpu: cpu.amount }), ...(memory && { memory: memory.asString() }) };
}

function amountProblem(resource: string, got: string, controlled: readonly string[]): string | undefined {
  if (!controlled.includes(resource)) return 'must be of one of controlledResources: nothing else is set';
  const [least, words] = resource === 'cpu' ? [10n ** 6n, 'thousandths of a CPU'] : [10n ** 9n, 'bytes'];
  const billionths = parseQuantity(got) ?? 0n;
  return billionths >= least && billionths % least === 0n ? undefined : `must be whole ${words}, 1 or more`;
}

function isAbove(least: string, most: string | undefined): boolean {
  return most !== undefined && compareQuantities(least, most) > 0;
}
