import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { nameProblem } from '../../kubernetes/names';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import { firstProblem } from '../first-problem';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';
import { Placement } from '../pod/placement';
import { withDefaults } from '../with-defaults';

/** Props of `PriorityClass`. */
export interface PriorityClassProps {
  /** Importance: Pods of a higher one are placed first. From -2,147,483,648 to 1,000,000,000. Immutable. */
  readonly value: number;

  /**
   * Name of the class, one of the whole cluster.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * Whether Pods that name no class get it, those of every namespace. Only one class of a cluster can be the default; Pods
   * that there are already keep what they have.
   *
   * @default 'whenNamed'
   */
  readonly use?: 'whenNamed' | 'byDefault';

  /**
   * Whether a Pod that finds no room has less important ones ended for it. Disruption budgets are kept where that is
   * possible, and broken where not. Immutable.
   *
   * @default 'PreemptLowerPriority'
   */
  readonly preemptionPolicy?: 'PreemptLowerPriority' | 'Never';

  /**
   * What it is for, in words.
   *
   * @default - nothing
   */
  readonly description?: string;
}

/** What left-out props become. */
export const DEFAULTS = { use: 'whenNamed', preemptionPolicy: 'PreemptLowerPriority' } as const;

/** Above this Kubernetes keeps values for itself. */
const HIGHEST = 1_000_000_000;

/**
 * How important Pods are beside others that wait for the same room. A Pod that names a class which does not exist is
 * refused, so it belongs where what governs the cluster is.
 *
 * Defines one PriorityClass. Its name, value and preemption policy are immutable: make another for another value.
 *
 * @throws InvalidProp `InvalidPriority`
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
 * @example
 * const urgent = new PriorityClass(this, 'Urgent', { value: 100_000 });
 * new ProbedDeployment(this, 'Checkout', { ..., placement: [urgent.placement] });
 */
export class PriorityClass extends Construct {
  /** The class itself, for what the props do not cover. */
  public readonly priorityClass: k8s.KubePriorityClass;
  public readonly name: string;
  /** What a Pod of the class has among its placements. */
  public readonly placement: Placement;

  constructor(scope: Construct, id: string, props: PriorityClassProps) {
    super(scope, id);
    const { name, value, use, preemptionPolicy, description } = withDefaults(props, {
      ...DEFAULTS,
      name: objectName(scope, id),
    });
    this.requireSound(name, value);
    this.name = name;
    this.placement = Placement.priorityClass(name);
    this.priorityClass = new k8s.KubePriorityClass(this, 'PriorityClass', {
      metadata: { name },
      value,
      globalDefault: use === 'byDefault' || undefined, // the API drops a false
      preemptionPolicy,
      description,
    });
    this.node.addValidation({ validate: () => (use === 'byDefault' ? this.otherDefaults() : []) });
  }

  private requireSound(name: string, value: number): void {
    const reserved = name.startsWith('system-')
      ? 'must not begin with "system-", which is Kubernetes\' own'
      : undefined;
    const wrong = firstProblem([
      { prop: 'name', got: name, rule: nameProblem('PriorityClass', name) ?? reserved, mend: 'choose another name' },
      { prop: 'value', got: value, rule: wholeNumberProblem(value, -(2 ** 31), HIGHEST), mend: 'give a lower value' },
    ]);
    if (wrong) throw new InvalidProp('InvalidPriority', this, wrong);
  }

  private otherDefaults(): string[] {
    return Chart.of(this)
      .node.findAll()
      .filter((part): part is ApiObject => ApiObject.isApiObject(part) && part !== this.priorityClass)
      .filter((part) => part.kind === 'PriorityClass' && part.toJson().globalDefault === true)
      .map(({ name }) => `use: invalid value "byDefault": must be said of one class, and ${name} is one; keep one`);
  }
}
