import { compareQuantities } from '../../kubernetes/quantity';
import type { ContainerProps } from '../container/container-props';
import type { PodProps } from './pod-props';

/** Who is evicted first when a node runs short: `Burstable` before `Guaranteed`. */
export type QosClass = 'Guaranteed' | 'Burstable';

/**
 * The class that Kubernetes gives a Pod of these containers. `BestEffort` cannot be: every container says what it asks for.
 *
 * @source kubernetes@1.36 pkg/apis/core/v1/helper/qos/qos.go ComputePodQOS
 */
export function qosClass(
  pod: Pick<ContainerProps, 'size'> & Pick<PodProps, 'initContainers' | 'sidecars' | 'containers'>,
): QosClass {
  const { initContainers = [], sidecars = [], containers = [] } = pod;
  const sizes = [pod.size, ...[...containers, ...sidecars, ...initContainers].map(({ size }) => size)];
  const exact = sizes.every(
    ({ cpuRequest, cpuLimit, memoryRequest, memoryLimit }) =>
      compareQuantities(cpuRequest.amount, cpuLimit.amount) === 0 &&
      compareQuantities(memoryRequest.asString(), memoryLimit.asString()) === 0,
  );
  return exact ? 'Guaranteed' : 'Burstable';
}
