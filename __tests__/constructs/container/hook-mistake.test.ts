import { Duration } from 'cdk8s';
import type { ContainerProps } from '../../../lib/constructs/container/container-props';
import { hookMistake } from '../../../lib/constructs/container/hook-mistake';
import { LifecycleHook } from '../../../lib/constructs/container/lifecycle-hook';
import { sentenceOf } from '../../support/mistake';
import { image, size } from '../../support/samples';

const said = (props: Partial<ContainerProps>) => sentenceOf(hookMistake({ image, size, ...props }));
const { exec, httpGet, sleep } = LifecycleHook;
const extraPorts = [{ name: 'admin', port: 9000 }];

test.each`
  props                                                              | refusal
  ${{ preStop: exec([]) }}                                           | ${'InvalidHook preStop.command: invalid value []: must not be empty'}
  ${{ postStart: exec([]) }}                                         | ${'InvalidHook postStart.command: invalid value []: must not be empty'}
  ${{ preStop: httpGet('/') }}                                       | ${'InvalidHook preStop.port: must be a port of the container'}
  ${{ preStop: httpGet('/', { port: 'http' }) }}                     | ${'InvalidHook preStop.port: invalid value "http": must be a port of the container'}
  ${{ preStop: httpGet('/', { port: 'http' }), extraPorts }}         | ${'InvalidHook preStop.port: invalid value "http": must be a port of the container'}
  ${{ preStop: httpGet('/', { port: 'web' }), port: 80 }}            | ${'InvalidHook preStop.port: invalid value "web": must be a port of the container'}
  ${{ preStop: httpGet('/', { port: 0 }) }}                          | ${'InvalidHook preStop.port: invalid value 0: must be a whole number from 1 to 65535'}
  ${{ preStop: httpGet('/', { port: 65536 }), port: 80 }}            | ${'InvalidHook preStop.port: invalid value 65536: must be a whole number from 1 to 65535'}
  ${{ preStop: httpGet('/', { headers: { 'X Y': '' } }), port: 80 }} | ${'InvalidHook preStop.headers: invalid value "X Y": must be letters, digits and "-"'}
  ${{ preStop: sleep(Duration.seconds(0)) }}                         | ${'InvalidHook preStop.time: invalid value "0ms": must be whole seconds, 1 or more'}
  ${{ postStart: sleep(Duration.millis(1500)) }}                     | ${'InvalidHook postStart.time: invalid value "1500ms": must be whole seconds, 1 or more'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(said(props)).toBe(refusal);
});

test.each`
  props                                                                    | because
  ${{}}                                                                    | ${'there is none'}
  ${{ preStop: exec(['true']), postStart: sleep(Duration.seconds(1)) }}    | ${'neither needs a port'}
  ${{ preStop: httpGet('/'), port: 80 }}                                   | ${'it has a port'}
  ${{ preStop: httpGet('/'), extraPorts }}                                 | ${'it has another port'}
  ${{ preStop: httpGet('/', { port: 'http' }), port: 80 }}                 | ${'it is called so'}
  ${{ preStop: httpGet('/', { port: 'api' }), port: 80, portName: 'api' }} | ${'it is called so'}
  ${{ preStop: httpGet('/', { port: 'admin' }), extraPorts }}              | ${'another is called so'}
  ${{ preStop: httpGet('/', { port: 65535 }) }}                            | ${'a number needs no port that is named'}
`('takes $props: $because', ({ props }) => {
  expect(said(props)).toBe('nothing refused');
});
