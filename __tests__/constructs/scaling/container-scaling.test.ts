import { Size } from 'cdk8s';
import {
  type ContainerScaling,
  containerPolicy,
  containerScalingMistake,
} from '../../../lib/constructs/scaling/container-scaling';
import { Cpu } from '../../../lib/kubernetes/k8s';

test('all defaults: both resources, limits in the ratio that they have', () => {
  expect(JSON.parse(JSON.stringify(containerPolicy('app', {})))).toEqual({
    containerName: 'app',
    mode: 'Auto',
    controlledResources: ['cpu', 'memory'],
    controlledValues: 'RequestsAndLimits',
  });
});

test('Off: nothing else is said, which the admission controller would refuse', () => {
  expect(containerPolicy('app', 'Off')).toEqual({ containerName: 'app', mode: 'Off' });
});

const memory = (mebibytes: number) => ({ memory: Size.mebibytes(mebibytes) });
const cpu = (millis: number) => ({ cpu: Cpu.millis(millis) });

test.each<ContainerScaling>([
  {},
  { minAllowed: cpu(1), maxAllowed: cpu(1) },
  { minAllowed: { cpu: Cpu.units(0.5) }, maxAllowed: cpu(500) },
  { minAllowed: memory(0.5), maxAllowed: { memory: Size.gibibytes(1) } },
  { controlledResources: ['memory'], maxAllowed: memory(64) },
])('takes %j', (scaling) => {
  expect(containerScalingMistake('app', scaling)).toBeUndefined();
});

test.each`
  scaling                                                         | prop                     | rule
  ${{ controlledResources: [] }}                                  | ${'controlledResources'} | ${'must name one resource or two'}
  ${{ controlledResources: ['cpu', 'cpu'] }}                      | ${'controlledResources'} | ${'must name one resource or two'}
  ${{ minAllowed: cpu(0) }}                                       | ${'minAllowed.cpu'}      | ${'must be whole thousandths of a CPU, 1 or more'}
  ${{ maxAllowed: { cpu: Cpu.units(0.0005) } }}                   | ${'maxAllowed.cpu'}      | ${'must be whole thousandths of a CPU, 1 or more'}
  ${{ maxAllowed: memory(0) }}                                    | ${'maxAllowed.memory'}   | ${'must be whole bytes, 1 or more'}
  ${{ maxAllowed: { memory: Size.kibibytes(0.3) } }}              | ${'maxAllowed.memory'}   | ${'must be whole bytes, 1 or more'}
  ${{ minAllowed: cpu(2000), maxAllowed: { cpu: Cpu.units(1) } }} | ${'minAllowed.cpu'}      | ${'must be at most maxAllowed (1)'}
  ${{ minAllowed: memory(65), maxAllowed: memory(64) }}           | ${'minAllowed.memory'}   | ${'must be at most maxAllowed (64Mi)'}
  ${{ controlledResources: ['memory'], maxAllowed: cpu(1) }}      | ${'maxAllowed.cpu'}      | ${'must be of one of controlledResources: nothing else is set'}
`('fails: $prop $rule', ({ scaling, prop, rule }) => {
  expect(containerScalingMistake('app', scaling)).toMatchObject({
    code: 'InvalidContainerScaling',
    prop: `containers.app.${prop}`,
    rule,
  });
});
