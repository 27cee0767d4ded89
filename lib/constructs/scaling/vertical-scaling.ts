import { Construct } from 'constructs';
import { VerticalPodAutoscaler } from '../../../imports/autoscaling.k8s.io';
import { invalidValue } from '../../kubernetes/invalid-value';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import { InvalidProp } from '../invalid-prop';
import type { Mistake } from '../mistake';
import { withDefaults } from '../with-defaults';
import type { ScalableWorkload } from '../workload/scalable-workload';
import { type ContainerScaling, containerPolicy, containerScalingMistake } from './container-scaling';
import { contestedResources } from './contested-resources';
import { scalersOf } from './scalers-of';

/** What must hold to evict a Pod. */
export interface EvictionRequirement {
  /** Resources of which one is enough. */
  readonly resources: readonly ('cpu' | 'memory')[];
  /** Whether what is recommended is above, or below, what the Pod requests. */
  readonly changeRequirement: 'TargetHigherThanRequests' | 'TargetLowerThanRequests';
}

/** Props of `VerticalScaling`. */
export interface VerticalScalingProps {
  /** Workload whose requests are set. */
  readonly target: Pick<ScalableWorkload, 'name' | 'reference' | 'containers'> &
    Partial<Pick<ScalableWorkload, 'replicas'>>;

  /**
   * When Pods get what is recommended: `Off` never, it is only reported; `Initial` when they are made; `Recreate` also by
   * evicting those that run; `InPlaceOrRecreate` in place where the kubelet can (Kubernetes 1.33), else by evicting them.
   * There is no `Auto`: it means `Recreate`, is deprecated, and will go.
   *
   * @see https://github.com/kubernetes/autoscaler/issues/8424
   */
  readonly updateMode: 'Off' | 'Initial' | 'Recreate' | 'InPlaceOrRecreate';

  /**
   * What is done with each container, by its name; `'*'` is every other one. `'Off'` leaves a container as it is.
   *
   * @default - both resources of every container are set, without bounds
   */
  readonly containers?: Readonly<Record<string, ContainerScaling | 'Off'>>;

  /**
   * Pods that must run before one of them is evicted, 1 or more: with 1 a lone Pod is, and nobody answers meanwhile.
   *
   * @default 2
   */
  readonly minReplicas?: number;

  /**
   * What must hold to evict a Pod, all of it.
   *
   * @default - nothing but that it differs enough
   */
  readonly evictionRequirements?: readonly EvictionRequirement[];
}

/** What left-out props become. */
export const DEFAULTS = { minReplicas: 2 } as const;

/**
 * A workload whose requests follow what its containers use. What a horizontal autoscaler scales on must not be among it.
 *
 * Defines one VerticalPodAutoscaler, named as the target. The cluster needs its CRDs and controllers, and lists the group
 * `autoscaling.k8s.io` in its values.
 *
 * @throws InvalidProp `OutOfRange`, `NeverUpdated`, `UnknownContainer`, `InvalidEvictionRequirement`, `InvalidContainerScaling`
 * @example
 * new VerticalScaling(this, 'Requests', {
 *   target: web, updateMode: 'Initial', containers: { web: { maxAllowed: { memory: Size.gibibytes(1) } } },
 * });
 */
export class VerticalScaling extends Construct {
  /** The autoscaler itself, for what the props do not cover. */
  public readonly vpa: VerticalPodAutoscaler;

  constructor(scope: Construct, id: string, props: VerticalScalingProps) {
    super(scope, id);
    const { target, updateMode, containers, minReplicas, evictionRequirements } = withDefaults(props, DEFAULTS);
    for (const check of [replicas, knownContainers, policies, requirements]) {
      const wrong = check({ ...props, minReplicas });
      if (wrong) throw new InvalidProp(wrong.code, this, wrong);
    }
    const containerPolicies = containers && Object.entries(containers).map(([name, how]) => containerPolicy(name, how));
    this.vpa = new VerticalPodAutoscaler(this, 'Vpa', {
      metadata: { name: target.name },
      spec: {
        targetRef: target.reference,
        updatePolicy: { updateMode, minReplicas, evictionRequirements },
        resourcePolicy: containerPolicies && { containerPolicies },
      },
    });
    this.node.addValidation({ validate: () => this.contested(target) });
  }

  private contested({ reference, containers }: VerticalScalingProps['target']): string[] {
    const { spec } = this.vpa.toJson();
    return scalersOf(this, 'HorizontalPodAutoscaler', reference).flatMap((horizontal) => {
      const got = contestedResources(horizontal.spec, spec, containers);
      const rule = `must not set what HorizontalPodAutoscaler ${horizontal.metadata.name} scales on`;
      const mend = 'leave it out of controlledResources of the containers, or set updateMode to Off';
      return got.length > 0 ? [invalidValue({ field: 'containers', got, rule, mend })] : [];
    });
  }
}

type Check = (props: VerticalScalingProps & { readonly minReplicas: number }) => Mistake | undefined;

const replicas: Check = ({ target, updateMode, minReplicas: got }) => {
  const prop = 'minReplicas';
  const rule = wholeNumberProblem(got, 1, 2 ** 31 - 1);
  if (rule) return { code: 'OutOfRange', prop, got, rule, mend: 'give 1 or more' };
  const evicts = updateMode === 'Recreate' || updateMode === 'InPlaceOrRecreate';
  if (!evicts || typeof target.replicas !== 'number' || target.replicas === 0 || got <= target.replicas)
    return undefined;
  const mend = 'lower it, give the target more replicas, or set updateMode to Initial';
  return {
    code: 'NeverUpdated',
    prop,
    got,
    rule: `must be at most the replicas of the target (${target.replicas})`,
    mend,
  };
};

const knownContainers: Check = ({ target: { name, containers: known }, containers = {} }) => {
  const got = Object.keys(containers).find((container) => container !== '*' && known && !known.includes(container));
  if (got === undefined) return undefined;
  const rule = `must be a container of ${name}: ${known?.join(', ')}`;
  return {
    code: 'UnknownContainer',
    prop: 'containers',
    got,
    rule,
    mend: 'name one of them, or "*" for every other one',
  };
};

const policies: Check = ({ containers = {} }) =>
  Object.entries(containers)
    .map(([name, how]) => (how === 'Off' ? undefined : containerScalingMistake(name, how)))
    .find((mistake) => mistake !== undefined);

const requirements: Check = ({ evictionRequirements = [] }) => {
  const index = evictionRequirements.findIndex(({ resources }) => resources.length === 0);
  if (index < 0) return undefined;
  const prop = `evictionRequirements[${index}].resources`;
  const mend = "give 'cpu', 'memory' or both: without one it never holds, and no Pod is evicted";
  return { code: 'InvalidEvictionRequirement', prop, got: [], rule: 'must name one resource or two', mend };
};
