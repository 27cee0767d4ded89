import { Duration, Size } from 'cdk8s';
import { containerMistake } from '../../../lib/constructs/container/container-mistake';
import type { ContainerProps } from '../../../lib/constructs/container/container-props';
import type { ContainerUse } from '../../../lib/constructs/container/container-use';
import { LifecycleHook } from '../../../lib/constructs/container/lifecycle-hook';
import { Probe } from '../../../lib/constructs/container/probe';
import { Cpu } from '../../../lib/kubernetes/k8s';
import { sentenceOf } from '../../support/mistake';
import { image, size } from '../../support/samples';

const said = (props: Partial<ContainerProps>, use: Partial<ContainerUse> = {}) =>
  sentenceOf(containerMistake({ image, size, ...props }, { restarts: 'always', ...use }));

const PORT = 'must be a whole number from 1 to 65535';
const NAME = 'must be at most 15 lower case letters, digits and single "-", with a letter among them';
const CAPABILITY = 'must be a capability of Linux, without "CAP_"';
const admin = { name: 'admin', port: 9000 };

test.each`
  props                                                                 | refusal
  ${{ image: { ...image, reference: 'orders' } }}                       | ${'InvalidImage image: invalid value "orders": must have a tag or a digest: without one it means "latest"'}
  ${{ image: { ...image, reference: 'Orders:v1' } }}                    | ${'InvalidImage image: invalid value "Orders:v1": must be an image reference: registry/repository:tag, the repository in lower case'}
  ${{ port: 0 }}                                                        | ${`OutOfRange port: invalid value 0: ${PORT}`}
  ${{ port: 80, portName: '80' }}                                       | ${`InvalidName portName: invalid value "80": ${NAME}`}
  ${{ extraPorts: [{ ...admin, port: 65536 }] }}                        | ${`OutOfRange extraPorts[0]: invalid value 65536: ${PORT}`}
  ${{ port: 80, extraPorts: [admin, { ...admin, name: 'A' }] }}         | ${`InvalidName extraPorts[1].name: invalid value "A": ${NAME}`}
  ${{ extraPorts: [{ ...admin, hostPort: 0 }] }}                        | ${`OutOfRange extraPorts[0].hostPort: invalid value 0: ${PORT}`}
  ${{ port: 80, portName: 'admin', extraPorts: [admin] }}               | ${'DuplicatePort extraPorts[0].name: invalid value "admin": must not name two ports'}
  ${{ extraPorts: [admin, { ...admin, port: 1 }] }}                     | ${'DuplicatePort extraPorts[1].name: invalid value "admin": must not name two ports'}
  ${{ size: { ...size, cpuRequest: Cpu.units(1) } }}                    | ${'RequestAboveLimit size.cpuRequest: invalid value "1": must be at most its limit (770m)'}
  ${{ size: { ...size, memoryLimit: Size.mebibytes(1) } }}              | ${'RequestAboveLimit size.memoryRequest: invalid value "96Mi": must be at most its limit (1Mi)'}
  ${{ size: { ...size, cpuRequest: Cpu.millis(-5) } }}                  | ${'OutOfRange size.cpuRequest: invalid value "-5m": must be 0 or more'}
  ${{ size: { ...size, cpuLimit: Cpu.millis(-1) } }}                    | ${'OutOfRange size.cpuLimit: invalid value "-1m": must be 0 or more'}
  ${{ addCapabilities: ['KILL', 'CAP_SYS_ADMIN'] }}                     | ${`InvalidCapability addCapabilities[1]: invalid value "CAP_SYS_ADMIN": ${CAPABILITY}`}
  ${{ readiness: Probe.tcp() }}                                         | ${'InvalidProbe readiness.port: must be given: the container has none'}
  ${{ startup: Probe.tcp({ port: 'web' }), extraPorts: [admin] }}       | ${'InvalidProbe startup.port: invalid value "web": must be a port of the container: "admin"'}
  ${{ startup: Probe.tcp({ port: 'web' }) }}                            | ${'InvalidProbe startup.port: invalid value "web": must be a port of the container: it has none'}
  ${{ liveness: Probe.tcp({ port: 70_000 }) }}                          | ${`InvalidProbe liveness.port: invalid value 70000: ${PORT}`}
  ${{ liveness: Probe.exec([]) }}                                       | ${'InvalidProbe liveness.command: invalid value []: must not be empty'}
  ${{ liveness: Probe.exec(['sh', '-c', 'ps aux | grep app']) }}        | ${'InvalidProbe liveness.command: invalid value ["sh","-c","ps aux | grep app"]: must not look for itself: grep finds its own command line, so the answer is always good'}
  ${{ port: 80, liveness: Probe.http('/', { headers: { 'a:': '' } }) }} | ${'InvalidProbe liveness.headers: invalid value "a:": must be letters, digits and "-"'}
  ${{ port: 80, liveness: Probe.tcp({ period: Duration.millis(1) }) }}  | ${'InvalidProbe liveness.period: invalid value "1ms": must be whole seconds'}
  ${{ env: { '1': 'x' } }}                                              | ${'InvalidVariable env: invalid value "1": must be letters, digits, "_", "." and "-", not beginning with a digit or ".."'}
  ${{ config: [{ as: 'environment', secret: 'A' }] }}                   | ${'InvalidName config[0]: invalid value "A": must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit'}
  ${{ preStop: LifecycleHook.exec([]) }}                                | ${'InvalidHook preStop.command: invalid value []: must not be empty'}
  ${{ command: ['ls'] }}                                                | ${'EndsAtOnce command: invalid value ["ls"]: must not end at once in a container that is always restarted: ls does'}
  ${{ writablePaths: ['tmp'] }}                                         | ${'InvalidPath writablePaths: invalid value "tmp": must be an absolute path'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(said(props)).toBe(refusal);
});

test.each([0, -1, 1.5, 2 ** 31])('fails when the user is %d', (user) => {
  const rule = 'must be a whole number from 1 to 2147483647';
  expect(said({}, { user })).toBe(`OutOfRange user: invalid value ${user}: ${rule}`);
});

test.each`
  because                                        | props
  ${'as little as can be said'}                  | ${{}}
  ${'two protocols on one port'}                 | ${{ port: 53, extraPorts: [{ name: 'udp', port: 53, protocol: 'UDP' }] }}
  ${'the outermost ports'}                       | ${{ port: 1, extraPorts: [{ name: 'b', port: 65535, hostPort: 65535 }] }}
  ${'a size of nothing'}                         | ${{ size: { ...size, cpuRequest: Cpu.millis(0) } }}
  ${'capabilities as Kubernetes writes them'}    | ${{ addCapabilities: ['NET_BIND_SERVICE', 'SYS_ADMIN', 'ALL'] }}
  ${'a probe of a port that is numbered'}        | ${{ liveness: Probe.tcp({ port: 65535 }) }}
  ${'a probe that looks for the process itself'} | ${{ liveness: Probe.exec(['sh', '-c', 'ps aux | grep [a]pp']) }}
  ${'a probe that takes itself out'}             | ${{ liveness: Probe.exec(['sh', '-c', 'ps | grep app | grep -v grep']) }}
`('takes $because', ({ props }) => {
  expect(said(props)).toBe('nothing refused');
});

test.each([1, 2 ** 31 - 1, 'root'] as const)('takes the user %p', (user) => {
  expect(said({}, { user })).toBe('nothing refused');
});

test('what its owner makes of it counts: a program may end, and use the variables that it is given', () => {
  const props = { command: ['echo', '$(INDEX)'] };
  expect(said(props, { restarts: 'never', variables: ['INDEX'] })).toBe('nothing refused');
});
