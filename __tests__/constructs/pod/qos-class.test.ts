import { Size } from 'cdk8s';
import { qosClass } from '../../../lib/constructs/pod/qos-class';
import { Cpu } from '../../../lib/kubernetes/k8s';
import { image, size } from '../../support/samples';

const exact = {
  cpuRequest: Cpu.units(1),
  cpuLimit: Cpu.millis(1000),
  memoryRequest: Size.gibibytes(1),
  memoryLimit: Size.mebibytes(1024),
};
const beside = (of: typeof size) => [{ name: 'beside', image, size: of }];

test.each`
  pod                                               | because
  ${{ size: exact }}                                | ${'amounts count, not how they are written'}
  ${{ size: exact, containers: beside(exact) }}     | ${'all containers ask for what they may take'}
  ${{ size: exact, sidecars: beside(exact) }}       | ${'sidecars too'}
  ${{ size: exact, initContainers: beside(exact) }} | ${'and init containers'}
`('a Pod is Guaranteed: $because', ({ pod }) => {
  expect(qosClass(pod)).toBe('Guaranteed');
});

test.each`
  pod                                                         | because
  ${{ size }}                                                 | ${'it may take more than it asks for'}
  ${{ size: { ...exact, cpuRequest: Cpu.millis(999) } }}      | ${'more CPU is enough'}
  ${{ size: { ...exact, memoryRequest: Size.mebibytes(1) } }} | ${'more memory is enough'}
  ${{ size: exact, containers: beside(size) }}                | ${'one container is enough'}
  ${{ size: exact, sidecars: beside(size) }}                  | ${'one sidecar is enough'}
  ${{ size: exact, initContainers: beside(size) }}            | ${'one init container is enough'}
`('a Pod is Burstable: $because', ({ pod }) => {
  expect(qosClass(pod)).toBe('Burstable');
});
