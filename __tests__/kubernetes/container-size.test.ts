import { Size } from 'cdk8s';
import { requestAboveLimit } from '../../lib/kubernetes/container-size';
import { Cpu } from '../../lib/kubernetes/k8s';
import { size } from '../support/samples';

test('requests that are at most their limits fit', () => {
  expect(requestAboveLimit(size)).toBeUndefined();
});

test.each`
  prop                    | change                                                                     | because
  ${'no prop'}            | ${{ cpuRequest: Cpu.millis(770) }}                                         | ${'a request may be its limit'}
  ${'no prop'}            | ${{ cpuRequest: Cpu.millis(1000), cpuLimit: Cpu.units(1) }}                | ${'a thousand millis are a unit'}
  ${'size.cpuRequest'}    | ${{ cpuRequest: Cpu.millis(771) }}                                         | ${'a milli more is more'}
  ${'size.cpuRequest'}    | ${{ cpuRequest: Cpu.units(1) }}                                            | ${'"1" is less than "770m" as text only'}
  ${'size.memoryRequest'} | ${{ memoryRequest: Size.mebibytes(193) }}                                  | ${'a mebibyte more is more'}
  ${'size.memoryRequest'} | ${{ memoryRequest: Size.gibibytes(1) }}                                    | ${'"1Gi" is less than "192Mi" as text only'}
  ${'no prop'}            | ${{ memoryRequest: Size.mebibytes(1024), memoryLimit: Size.gibibytes(1) }} | ${'1024 mebibytes are a gibibyte'}
`('$prop is named: $because', ({ prop, change }) => {
  expect(requestAboveLimit({ ...size, ...change })?.prop ?? 'no prop').toBe(prop);
});

test('the request and the limit that do not fit are named as they are written', () => {
  expect(requestAboveLimit({ ...size, memoryRequest: Size.gibibytes(1) })).toEqual({
    prop: 'size.memoryRequest',
    got: '1Gi',
    limit: '192Mi',
  });
});
