import { Construct } from 'constructs';
import { selectorLabels } from '../../kubernetes/labels';
import { DEFAULTS as CONTAINER_DEFAULTS } from '../container/container-props';
import { WorkloadService } from '../discovery/workload-service';
import { InvalidProp } from '../invalid-prop';
import { ingressPeers } from '../network/ingress-peers';
import { NetworkAccess } from '../network/network-access';
import { objectName } from '../object-name';
import { AutoscaledWorkload } from '../scaling/autoscaled-workload';
import { DisruptionBudget } from '../scaling/disruption-budget';
import { CanaryIngress } from '../traffic/canary-ingress';
import type { RolloutRouting } from '../traffic/rollout-routing';
import type { CanaryRule } from '../traffic/traffic-intent';
import { ProbedRollout, type ProbedRolloutProps } from '../workload/probed-rollout';
import type { HelloIngress } from './hello-ingresses';
import type { ServiceVersionProps } from './service-version';

/** Props of `SteppedService`. */
export interface SteppedServiceProps
  extends Omit<ProbedRolloutProps, 'stableService' | 'canaryService' | 'routing' | 'name' | 'application'>,
    Pick<ServiceVersionProps, 'scaling' | 'allowFrom' | 'allowTo'> {
  /** Hosts and paths to answer for from outside, and what divides the requests there. */
  readonly ingress: HelloIngress;

  /**
   * Rules by which testers pick the version before the weight, for the whole release. For `gateway-api` they are steps:
   * `RolloutStep.setHeaderRoute`.
   *
   * @default - none
   */
  readonly canaryRules?: readonly CanaryRule[];
}

/**
 * A web service whose next version the controller of Argo Rollouts brings in step by step: a release is another `image`.
 *
 * Defines a `ProbedRollout` named after the id, its Services `<id>` and `<id>-canary`, a `CanaryIngress`, what scales it or what
 * node drains are held to, and who may connect. ingress-nginx: the controller makes the canary's Ingress itself, so there is
 * none here. Traefik: the weights are left out. Gateway API: the controller needs its plugin `argoproj-labs/gatewayAPI`. An apply
 * in the middle of a release may set weights back until the controller's next turn.
 *
 * @throws InvalidProp `ReplicasBesideScaling`, and as its parts do
 * @example
 * new SteppedService(this, 'Orders', {
 *   image, size, port: 8080, readiness: Probe.http('/ready'), liveness: Probe.http('/healthz'),
 *   ingress: { via: env.cluster.ingress, hosts: [`orders.${env.domain}`] },
 *   steps: [RolloutStep.setWeight(10), RolloutStep.pause(Duration.minutes(10)), RolloutStep.setWeight(50), RolloutStep.pause()],
 * });
 */
export class SteppedService extends Construct {
  public readonly workload: ProbedRollout;
  /** The Service of the version that most requests get. */
  public readonly stable: WorkloadService;
  /** The Service of the new version. */
  public readonly canary: WorkloadService;
  /** How requests come in. */
  public readonly ingress: CanaryIngress;
  /** Only with `scaling`. */
  public readonly scaling?: AutoscaledWorkload;
  /** What node drains are held to. */
  public readonly budget: DisruptionBudget;
  /** Who may connect: the ingress controller, and who else was named. */
  public readonly access: NetworkAccess;

  constructor(scope: Construct, id: string, { ingress, canaryRules, ...props }: SteppedServiceProps) {
    super(scope, id);
    const name = objectName(scope, id);
    const { scaling, allowFrom: others = [], allowTo, ...pods } = props;
    if (scaling && pods.replicas !== undefined) this.refuseReplicas(pods.replicas);

    const portName = pods.portName ?? CONTAINER_DEFAULTS.portName;
    const workload = { name, selector: selectorLabels(name, name), portName };
    this.stable = new WorkloadService(this, 'Stable', { workload });
    this.canary = new WorkloadService(this, 'Canary', { workload, name: `${name}-canary` });
    const canary = { backend: this.canary.backend, rules: canaryRules, weightPercent: 'stepped' } as const;
    this.ingress = new CanaryIngress(this, 'Ingress', { ...ingress, name, stable: this.stable.backend, canary });
    this.workload = new ProbedRollout(this, 'Workload', {
      ...(scaling ? { ...pods, replicas: 'autoscaled' } : pods),
      name,
      stableService: name,
      canaryService: `${name}-canary`,
      // a provider that has none refused the ingress
      routing: this.ingress.routing as RolloutRouting,
    });
    if (scaling) this.scaling = new AutoscaledWorkload(this, 'Scaling', { target: this.workload, ...scaling });
    this.budget = this.scaling?.budget ?? new DisruptionBudget(this, 'Budget', { target: this.workload });
    const allowFrom = [...ingressPeers(ingress.via), ...others];
    this.access = new NetworkAccess(this, 'Access', { workload: this.workload, allowFrom, allowTo });
  }

  private refuseReplicas(got: number | 'autoscaled'): never {
    const mend = 'keep one: scaling lets an autoscaler decide';
    const rule = 'must not be given beside scaling';
    throw new InvalidProp('ReplicasBesideScaling', this, { prop: 'replicas', got, rule, mend });
  }
}
