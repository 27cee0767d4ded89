import { hostPortMistake } from '../../../lib/constructs/pod/host-port-mistake';
import { DEFAULTS, type PodProps } from '../../../lib/constructs/pod/pod-props';
import type { Pod } from '../../../lib/constructs/pod/pod-template';
import { sentenceOf } from '../../support/mistake';
import { image, size } from '../../support/samples';

const said = (props: Partial<Pod> & PodProps) =>
  sentenceOf(hostPortMistake({ ...DEFAULTS, image, size, application: 'web', ...props }));

const at = (hostPort: number, more: object = {}) => ({ name: `p${hostPort}`, port: 9000, hostPort, ...more });
const beside = (...extraPorts: ReturnType<typeof at>[]) => [{ name: 'proxy', image, size, extraPorts }];
const twice = (owner: string) =>
  `InvalidHostPort hostPort of ${owner}: invalid value 90: must not be taken twice in one Pod`;

test.each`
  props                                                              | refusal
  ${{ extraPorts: [at(90), at(90, { port: 9001 })] }}                | ${twice('web')}
  ${{ extraPorts: [at(90)], containers: beside(at(90)) }}            | ${twice('proxy')}
  ${{ extraPorts: [at(90)], sidecars: beside(at(90, { port: 1 })) }} | ${twice('proxy')}
  ${{ network: 'host', extraPorts: [at(90)] }}                       | ${"InvalidHostPort hostPort of web: invalid value 90: must be the container's port (9000) on the network of the node"}
`('fails: $refusal', ({ props, refusal }) => {
  expect(said(props)).toBe(refusal);
});

test.each`
  props                                                    | because
  ${{ port: 80, extraPorts: [{ name: 'a', port: 9000 }] }} | ${'none is taken'}
  ${{ extraPorts: [at(90), at(91)] }}                      | ${'each has its own'}
  ${{ extraPorts: [at(90), at(90, { protocol: 'UDP' })] }} | ${'each has its own protocol'}
  ${{ network: 'host', extraPorts: [at(9000)] }}           | ${'it is the same'}
`('takes $props: $because', ({ props }) => {
  expect(said(props)).toBe('nothing refused');
});
