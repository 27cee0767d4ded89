import { Construct } from 'constructs';
import { NetworkAccess } from '../network/network-access';
import { AutoscaledWorkload } from '../scaling/autoscaled-workload';
import { DisruptionBudget } from '../scaling/disruption-budget';
import { ProbedDeployment } from '../workload/probed-deployment';
import type { ServiceVersionProps } from './service-version';

/**
 * What a colour is there for. `live`: it bears the requests. `ready`: it must be able to bear all of them from one moment to
 * the next. `down`: nobody needs it.
 */
export type ColourState = 'live' | 'ready' | 'down';

/** Props of `ServiceColour`. */
export interface ServiceColourProps extends ServiceVersionProps {
  /** What it is there for. */
  readonly state: ColourState;
}

/**
 * One of the two colours of a `BlueGreenService`: its Pods, how many there are, who may connect.
 *
 * A live colour scales between its bounds. One that is ready is held at the most: nobody knows how many the load will take,
 * and an autoscaler sees no load yet. One that is down says `replicas: 0`, which also turns off an autoscaler that is left in
 * the cluster. While it is up `replicas` is never stated beside an autoscaler: taking it out again at the switch would leave
 * one Pod.
 *
 * Defines what `ProbedDeployment`, `AutoscaledWorkload` or `DisruptionBudget`, and `NetworkAccess` do; of one that is down
 * the first and the last.
 *
 * @throws InvalidProp as they do
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#implicit-maintenance-mode-deactivation
 * @example new ServiceColour(this, 'Blue', { ...props, name: 'shop-blue', image, state: 'down' });
 */
export class ServiceColour extends Construct {
  public readonly workload: ProbedDeployment;
  /** Only with `scaling`, and while it is up. */
  public readonly scaling?: AutoscaledWorkload;
  /** What node drains are held to, while it is up. */
  public readonly budget?: DisruptionBudget;
  /** Only with `allowFrom` or `allowTo`. */
  public readonly access?: NetworkAccess;

  constructor(scope: Construct, id: string, props: ServiceColourProps) {
    super(scope, id);
    const { state, scaling, allowFrom, allowTo, ...deployment } = props;
    const up = scaling ? 'autoscaled' : deployment.replicas;
    this.workload = new ProbedDeployment(this, 'Workload', { ...deployment, replicas: state === 'down' ? 0 : up });
    const target = this.workload;
    if (scaling && state !== 'down') {
      const minReplicas = state === 'ready' ? scaling.maxReplicas : scaling.minReplicas;
      this.scaling = new AutoscaledWorkload(this, 'Scaling', { target, ...scaling, minReplicas });
    }
    if (state !== 'down') this.budget = this.scaling?.budget ?? new DisruptionBudget(this, 'Budget', { target });
    if (allowFrom || allowTo) this.access = new NetworkAccess(this, 'Access', { workload: target, allowFrom, allowTo });
  }
}
