import type { Labels } from '../../kubernetes/labels';

/** What an autoscaler, a disruption budget or a Service needs to know of a workload. */
export interface ScalableWorkload {
  /** Name of the object that runs the Pods. */
  readonly name: string;
  /** Labels that its Pods, and no others, carry. */
  readonly selector: Labels;
  /** The object that an autoscaler sets the replicas of. */
  readonly reference: { readonly apiVersion: string; readonly kind: string; readonly name: string };
  /** Pods to run, or that an autoscaler decides. */
  readonly replicas: number | 'autoscaled';
  /** Resources that every container requests: an autoscaler's percentages are shares of the request. */
  readonly requested: readonly ('cpu' | 'memory')[];
  /**
   * Names of the containers that go on running, sidecars among them.
   *
   * @default - not known
   */
  readonly containers?: readonly string[];
}
