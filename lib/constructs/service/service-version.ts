import { Construct } from 'constructs';
import { WorkloadService } from '../discovery/workload-service';
import { InvalidProp } from '../invalid-prop';
import { NetworkAccess } from '../network/network-access';
import type { NetworkPeer } from '../network/network-peer';
import { AutoscaledWorkload } from '../scaling/autoscaled-workload';
import { DisruptionBudget } from '../scaling/disruption-budget';
import { ProbedDeployment } from '../workload/probed-deployment';
import type { ProbedDeploymentProps } from '../workload/probed-deployment-props';

/** Bounds that an autoscaler keeps to. */
export interface ReplicaBounds {
  readonly minReplicas: number;
  readonly maxReplicas: number;
}

/** Props of `ServiceVersion`. */
export interface ServiceVersionProps extends ProbedDeploymentProps {
  /**
   * Bounds to scale within, by CPU and memory.
   *
   * @default - a fixed count: `replicas`
   */
  readonly scaling?: ReplicaBounds;

  /**
   * Who may connect: the namespace of the ingress controller, other workloads.
   *
   * @default - nobody but whom other NetworkPolicies allow
   */
  readonly allowFrom?: readonly NetworkPeer[];

  /**
   * What its Pods may connect to.
   *
   * @default - nothing but what other NetworkPolicies allow
   */
  readonly allowTo?: readonly NetworkPeer[];
}

/**
 * One version of a service, running: its Pods, the address they answer at, how many there are, who may connect.
 *
 * Defines what `ProbedDeployment`, `WorkloadService`, `AutoscaledWorkload` or `DisruptionBudget`, and `NetworkAccess` do.
 *
 * @throws InvalidProp `ReplicasBesideScaling`, and as they do
 * @example new ServiceVersion(this, 'Green', { image, size, port: 8080, readiness, liveness });
 */
export class ServiceVersion extends Construct {
  public readonly workload: ProbedDeployment;
  public readonly service: WorkloadService;
  /** Only with `scaling`. */
  public readonly scaling?: AutoscaledWorkload;
  /** What node drains are held to. */
  public readonly budget: DisruptionBudget;
  /** Only with `allowFrom` or `allowTo`. */
  public readonly access?: NetworkAccess;

  constructor(scope: Construct, id: string, { scaling, allowFrom, allowTo, ...props }: ServiceVersionProps) {
    super(scope, id);
    if (scaling && props.replicas !== undefined) this.refuseReplicas(props.replicas);
    this.workload = new ProbedDeployment(this, 'Workload', scaling ? { ...props, replicas: 'autoscaled' } : props);
    this.service = new WorkloadService(this, 'Service', { workload: this.workload });
    if (scaling) this.scaling = new AutoscaledWorkload(this, 'Scaling', { target: this.workload, ...scaling });
    this.budget = this.scaling?.budget ?? new DisruptionBudget(this, 'Budget', { target: this.workload });
    if (allowFrom || allowTo) {
      this.access = new NetworkAccess(this, 'Access', { workload: this.workload, allowFrom, allowTo });
    }
  }

  private refuseReplicas(got: number | 'autoscaled'): never {
    const mend = 'keep one: scaling lets an autoscaler decide';
    throw new InvalidProp('ReplicasBesideScaling', this, {
      prop: 'replicas',
      got,
      rule: 'must not be given beside scaling',
      mend,
    });
  }
}
