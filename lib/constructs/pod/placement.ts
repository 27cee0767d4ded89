import type { Duration } from 'cdk8s';
import type { k8s } from '../../kubernetes/k8s';
import { type Labels, labelKeyProblem, labelValueProblem } from '../../kubernetes/labels';
import { nameProblem } from '../../kubernetes/names';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import { withDefaults } from '../with-defaults';
import type { LabelExpression } from './label-expression';

/** Pods that others are to be near to, or away from: those of a workload, or those for which all conditions hold. */
export type Neighbour = { readonly selector: Labels } | { readonly where: readonly LabelExpression[] };

/** Where near is, and how strictly it is meant. */
export interface NeighbourOptions {
  /**
   * `required`: a Pod that finds no such place stays Pending. `preferred`: it goes elsewhere then.
   *
   * @default 'preferred'
   */
  readonly strictness?: 'preferred' | 'required';

  /**
   * Node label whose equal value means the same place: `kubernetes.io/hostname` a node, `topology.kubernetes.io/zone` a zone.
   *
   * @default 'kubernetes.io/hostname'
   */
  readonly topologyKey?: string;

  /**
   * Namespaces that the others run in.
   *
   * @default - the Pod's own
   */
  readonly namespaces?: readonly string[];

  /**
   * Worth of a preferred place beside other preferences, 1 to 100.
   *
   * @default 100
   */
  readonly weight?: number;
}

/** What left-out options become. */
export const DEFAULTS = { strictness: 'preferred', topologyKey: 'kubernetes.io/hostname', weight: 100 } as const;

/** A taint that a Pod may run beside. */
export interface TolerationOptions {
  /**
   * Value of the taint.
   *
   * @default - any value of that key
   */
  readonly value?: string;

  /**
   * What the taint does.
   *
   * @default - all it can do
   */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';

  /**
   * Time that a running Pod stays once a NoExecute taint appears; only for that effect, in whole seconds.
   *
   * @default - for ever
   */
  readonly period?: Duration;
}

/** A key that nothing is wrong with. */
const ANY_KEY = 'any';

type Conditions = readonly [LabelExpression, ...LabelExpression[]];

/** What a placement says in the form of a Pod; `self` are the labels of the Pod itself. */
interface PlacementParts {
  readonly nodeName?: string;
  readonly nodeSelector?: Labels;
  /** Lists of conditions of which one must hold whole. */
  readonly requiredNodes?: readonly Conditions[];
  readonly preferredNodes?: { readonly weight: number; readonly conditions: Conditions };
  readonly pods?: {
    readonly side: 'podAffinity' | 'podAntiAffinity';
    readonly of: Neighbour | 'self';
    readonly options: Required<Omit<NeighbourOptions, 'namespaces'>> & Pick<NeighbourOptions, 'namespaces'>;
  };
  readonly toleration?: k8s.Toleration;
  readonly priorityClassName?: string;
  readonly schedulerName?: string;
}

/** One thing that is asked of the place that a Pod runs at. Several are asked together. */
export class Placement {
  /** This node and no other. The scheduler is not asked: a node that is full, or gone, fails the Pod. */
  static onNode(nodeName: string): Placement {
    return new Placement({ nodeName });
  }

  /** Nodes that carry all of these labels. */
  static nodeSelector(labels: Labels): Placement {
    return new Placement({ nodeSelector: labels });
  }

  /** Nodes for which all conditions hold. It draws Pods to nodes and keeps no others away: see `dedicatedNodes`. */
  static requireNodes(...conditions: Conditions): Placement {
    return new Placement({ requiredNodes: [conditions] });
  }

  /** Nodes for which all conditions of one of the lists hold. */
  static requireAnyOf(...lists: readonly [Conditions, ...Conditions[]]): Placement {
    return new Placement({ requiredNodes: lists });
  }

  /** Rather nodes for which all conditions hold. @param weight worth beside other preferences, 1 to 100 */
  static preferNodes(weight: number, ...conditions: Conditions): Placement {
    return new Placement({ preferredNodes: { weight, conditions } });
  }

  /** Where Pods of another workload are. */
  static near(of: Neighbour, options: NeighbourOptions = {}): Placement {
    return new Placement({ pods: { side: 'podAffinity', of, options: withDefaults(options, DEFAULTS) } });
  }

  /** Where no Pods of another workload are. */
  static awayFrom(of: Neighbour, options: NeighbourOptions = {}): Placement {
    return new Placement({ pods: { side: 'podAntiAffinity', of, options: withDefaults(options, DEFAULTS) } });
  }

  /** Where no other Pod of the same workload is: by its own labels, whatever they are. */
  static apart(options: Omit<NeighbourOptions, 'namespaces'> = {}): Placement {
    return new Placement({ pods: { side: 'podAntiAffinity', of: 'self', options: withDefaults(options, DEFAULTS) } });
  }

  /** Also nodes with this taint. A toleration draws no Pod there: it only lets it in. */
  static tolerate(key: string, { value, effect, period }: TolerationOptions = {}): Placement {
    const operator = value === undefined ? 'Exists' : 'Equal';
    return new Placement({ toleration: { key, operator, value, effect, tolerationSeconds: period?.toSeconds() } });
  }

  /** Also nodes with any taint, those that are about to go included: for what every node must have. */
  static tolerateEverything(): Placement {
    return new Placement({ toleration: { operator: 'Exists' } });
  }

  /**
   * Nodes that are kept for this: Pods go there and nowhere else, and no others do. The nodes need the label and the taint,
   * which are theirs to carry: `kubectl label nodes NAME key=value` and `kubectl taint nodes NAME key=value:NoSchedule`.
   */
  static dedicatedNodes(key: string, value: string): Placement {
    const toleration = { key, operator: 'Equal', value, effect: 'NoSchedule' };
    return new Placement({ nodeSelector: { [key]: value }, toleration });
  }

  /** Importance beside Pods that wait for the same place: a PriorityClass of the cluster. */
  static priorityClass(priorityClassName: string): Placement {
    return new Placement({ priorityClassName });
  }

  /** Another scheduler than Kubernetes' own. */
  static scheduler(schedulerName: string): Placement {
    return new Placement({ schedulerName });
  }

  private constructor(readonly parts: PlacementParts) {}

  /** Why Kubernetes would refuse it; nothing where it would not. */
  problem(): { readonly got: unknown; readonly rule: string; readonly mend: string } | undefined {
    const weight = this.parts.preferredNodes?.weight ?? this.parts.pods?.options.weight ?? DEFAULTS.weight;
    const rule = wholeNumberProblem(weight, 1, 100);
    if (rule) return { got: weight, rule, mend: 'give a weight from 1 to 100' };
    const { effect, tolerationSeconds } = this.parts.toleration ?? {};
    if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
      const mend = 'set effect to "NoExecute", or leave period out';
      return { got: `${tolerationSeconds}s`, rule: 'must not be given but for a NoExecute taint', mend };
    }
    return labelProblem(this.parts) ?? nameProblemOf(this.parts) ?? conditionProblem(this.parts);
  }
}

type Problem = ReturnType<Placement['problem']>;

function labelProblem({ nodeSelector = {}, toleration, pods }: PlacementParts): Problem {
  const selector = pods && pods.of !== 'self' && 'selector' in pods.of ? pods.of.selector : {};
  const { key: taint, value = '' } = toleration ?? {};
  const keys = [nodeSelector, selector].flatMap((labels) => Object.keys(labels));
  const values = [nodeSelector, selector].flatMap((labels) => Object.values(labels));
  const key = [...keys, taint ?? ANY_KEY, pods?.options.topologyKey ?? ANY_KEY].find(labelKeyProblem);
  if (key !== undefined) return { got: key, rule: `${labelKeyProblem(key)}`, mend: 'give the key of a label' };
  const wrong = [...values, value].find(labelValueProblem);
  if (wrong === undefined) return undefined;
  return { got: wrong, rule: `${labelValueProblem(wrong)}`, mend: 'give a value of the label' };
}

function nameProblemOf({ nodeName, priorityClassName, schedulerName, pods }: PlacementParts): Problem {
  const names: readonly (readonly [kind: string, name: string | undefined])[] = [
    ['Node', nodeName],
    ['PriorityClass', priorityClassName],
    ['Scheduler', schedulerName],
    ...(pods?.options.namespaces ?? []).map((namespace) => ['Namespace', namespace] as const),
  ];
  for (const [kind, got] of names) {
    const rule = got === undefined ? undefined : nameProblem(kind, got);
    if (rule) return { got, rule, mend: `name a ${kind} that there is` };
  }
  return undefined;
}

function conditionProblem({ requiredNodes, preferredNodes, pods }: PlacementParts): Problem {
  const ofNodes = [...(requiredNodes?.flat() ?? []), ...(preferredNodes?.conditions ?? [])];
  const ofPods = pods && pods.of !== 'self' && 'where' in pods.of ? pods.of.where : [];
  const problems = [...ofNodes.map((one) => one.problem('nodes')), ...ofPods.map((one) => one.problem('Pods'))];
  return problems.find((problem) => problem !== undefined);
}
