import { Duration } from 'cdk8s';
import { LifecycleHook } from '../../../lib/constructs/container/lifecycle-hook';
import { hookUseMistake } from '../../../lib/constructs/pod/hook-use-mistake';
import { DEFAULTS } from '../../../lib/constructs/pod/pod-props';
import type { Pod } from '../../../lib/constructs/pod/pod-template';
import { sentenceOf } from '../../support/mistake';
import { image, size } from '../../support/samples';

const said = (props: Partial<Pod>) =>
  sentenceOf(hookUseMistake({ ...DEFAULTS, image, size, application: 'web', ...props }));

const sleep = (seconds: number) => LifecycleHook.sleep(Duration.seconds(seconds));
const beside = (hooks: object) => [
  { name: 'fetch', image, size },
  { name: 'proxy', image, size, ...hooks },
];
const HOOKED = 'must have no hook: it runs to its end before the others start';

test.each`
  props                                                  | refusal
  ${{ initContainers: beside({ preStop: sleep(1) }) }}   | ${`InvalidHook initContainers[1]: invalid value "proxy": ${HOOKED}`}
  ${{ initContainers: beside({ postStart: sleep(1) }) }} | ${`InvalidHook initContainers[1]: invalid value "proxy": ${HOOKED}`}
  ${{ postStart: sleep(31) }}                            | ${'InvalidHook postStart.time: invalid value "31s": must be at most gracePeriod (30s)'}
  ${{ sidecars: beside({ preStop: sleep(31) }) }}        | ${'InvalidHook sidecars[1].preStop.time: invalid value "31s": must be at most gracePeriod (30s)'}
  ${{ containers: beside({ postStart: sleep(31) }) }}    | ${'InvalidHook containers[1].postStart.time: invalid value "31s": must be at most gracePeriod (30s)'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(said(props)).toBe(refusal);
});

test.each`
  props                                                                   | because
  ${{}}                                                                   | ${'there is none'}
  ${{ postStart: sleep(30), containers: beside({ preStop: sleep(30) }) }} | ${'there is just time'}
  ${{ postStart: sleep(31), gracePeriod: Duration.seconds(31) }}          | ${'there is more time'}
  ${{ sidecars: beside({ preStop: LifecycleHook.exec(['quit']) }) }}      | ${'nobody knows how long that takes'}
`('takes $props: $because', ({ props }) => {
  expect(said(props)).toBe('nothing refused');
});
