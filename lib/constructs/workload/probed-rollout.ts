import { Construct } from 'constructs';
import { ArgoRollout, type RolloutSpec } from '../../../imports/argoproj.io.rollouts';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { InvalidProp } from '../invalid-prop';
import type { RolloutRouting } from '../traffic/rollout-routing';
import { withDefaults } from '../with-defaults';
import { autoscalerProblem } from './autoscaler-problem';
import { canaryStrategy } from './canary-strategy';
import { deploymentSpec } from './deployment-spec';
import { DEFAULTS as DEPLOYMENT_DEFAULTS, type ProbedDeploymentProps } from './probed-deployment-props';
import { requireSoundDeployment } from './require-sound-deployment';
import type { RolloutStep } from './rollout-step';
import { rolloutStepsMistake } from './rollout-steps-mistake';
import { runningContainers } from './running-containers';
import type { ScalableWorkload } from './scalable-workload';
import { workloadIdentity } from './workload-identity';

/** Props of `ProbedRollout`. */
export interface ProbedRolloutProps extends Omit<ProbedDeploymentProps, 'rollout'> {
  /** What a new version goes through, from nobody's to everybody's. After the last step it has all requests. */
  readonly steps: readonly RolloutStep[];

  /** Service of the version that most requests get. The controller points it, and the other, to the Pods of a version. */
  readonly stableService: string;

  /** Service of the new version; of the stable one while there is no new one. */
  readonly canaryService: string;

  /** Where the weights are that the controller moves: `routing` of a `CanaryIngress` whose weight is `stepped`. */
  readonly routing: RolloutRouting;
}

const { rollout: _replaced, ...SHARED } = DEPLOYMENT_DEFAULTS;

/** What left-out props become: as for `ProbedDeployment`. */
export const DEFAULTS = SHARED;

/**
 * A workload whose new version the controller of Argo Rollouts brings in step by step; accepted by Pod Security "restricted".
 *
 * Defines one Rollout (`argoproj.io`), with the Pods of a `ProbedDeployment`. While a new version is on its way the stable one
 * keeps all its Pods. One that misses `progressDeadline` is taken back. Take a `SteppedService` for what belongs to it.
 *
 * @throws InvalidProp `NoSteps`, `InvalidStep`, and as `ProbedDeployment` does
 * @example
 * new ProbedRollout(this, 'Web', {
 *   image, size, port: 8080, readiness: Probe.http('/ready'), liveness: Probe.http('/healthz'),
 *   stableService: 'web', canaryService: 'web-canary', routing: ingress.routing,
 *   steps: [RolloutStep.setWeight(10), RolloutStep.pause(Duration.minutes(10)), RolloutStep.setWeight(50), RolloutStep.pause()],
 * });
 */
export class ProbedRollout extends Construct implements ScalableWorkload {
  /** The Rollout itself, for what the props do not cover. */
  public readonly rollout: ArgoRollout;
  public readonly name: string;
  public readonly selector: Labels;
  public readonly replicas: number | 'autoscaled';
  public readonly reference: ScalableWorkload['reference'];
  public readonly requested: ScalableWorkload['requested'];
  /** Names of its containers and sidecars, the main one first. */
  public readonly containers: readonly string[];
  /** Name of the port, for Services and probes. */
  public readonly portName: string;

  constructor(scope: Construct, id: string, props: ProbedRolloutProps) {
    super(scope, id);
    const resolved = { ...withDefaults(props, DEFAULTS), ...workloadIdentity(this, props) };
    const { name, labels, steps, routing } = resolved;
    requireSoundDeployment(this, resolved);
    const wrong = rolloutStepsMistake(steps, routing);
    if (wrong) throw new InvalidProp(wrong.code, this, wrong);

    this.name = name;
    this.selector = resolved.selector;
    this.replicas = resolved.replicas;
    this.reference = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name };
    this.requested = ['cpu', 'memory'];
    this.containers = runningContainers(resolved);
    this.portName = resolved.portName;
    const shared = k8s.toJson_DeploymentSpec(deploymentSpec(resolved)) as Omit<RolloutSpec, 'strategy'>;
    this.rollout = new ArgoRollout(this, 'Rollout', {
      metadata: { name, labels: { ...labels } },
      spec: { ...shared, progressDeadlineAbort: true, strategy: { canary: canaryStrategy(resolved) } },
    });
    this.node.addValidation({ validate: () => autoscalerProblem(this) });
  }
}
