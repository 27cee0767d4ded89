import { Duration, Size } from 'cdk8s';
import { LifecycleHook } from '../../../lib/constructs/container/lifecycle-hook';
import { Probe } from '../../../lib/constructs/container/probe';
import { Placement } from '../../../lib/constructs/pod/placement';
import { podMistake } from '../../../lib/constructs/pod/pod-mistake';
import { DEFAULTS } from '../../../lib/constructs/pod/pod-props';
import type { Pod } from '../../../lib/constructs/pod/pod-template';
import { Volume } from '../../../lib/constructs/storage/volume';
import { image, size } from '../../support/samples';

const beside = { name: 'proxy', image, size };
const mistakeOf = (pod: Partial<Pod>) =>
  podMistake({ ...DEFAULTS, application: 'orders', image, size, port: 8080, ...pod }, { restarts: 'always' });

const data = Volume.claim('data', 'data');
const seconds = (count: number) => Duration.seconds(count);
const placed = (...placement: Placement[]) => ({ placement });

test.each`
  pod                                                                                                                                                  | code                        | prop                                     | got
  ${{ port: 0 }}                                                                                                                                       | ${'OutOfRange'}             | ${'port'}                                | ${0}
  ${{ initContainers: [{ ...beside, user: 0 }] }}                                                                                                      | ${'OutOfRange'}             | ${'initContainers[0].user'}              | ${0}
  ${{ sidecars: [beside, { ...beside, port: -1 }] }}                                                                                                   | ${'OutOfRange'}             | ${'sidecars[1].port'}                    | ${-1}
  ${{ containers: [{ ...beside, command: [] }] }}                                                                                                      | ${'InvalidCommand'}         | ${'containers[0].command'}               | ${[]}
  ${{ sidecars: [{ ...beside, command: ['date'] }] }}                                                                                                  | ${'EndsAtOnce'}             | ${'sidecars[0].command'}                 | ${['date']}
  ${{ initContainers: [{ ...beside, readiness: Probe.exec(['x']) }] }}                                                                                 | ${'InvalidProbe'}           | ${'initContainers[0]'}                   | ${'proxy'}
  ${{ application: 'a.b' }}                                                                                                                            | ${'InvalidName'}            | ${'application'}                         | ${'a.b'}
  ${{ containers: [{ ...beside, name: 'orders' }] }}                                                                                                   | ${'InvalidName'}            | ${'name'}                                | ${'orders'}
  ${{ containers: [beside], initContainers: [beside] }}                                                                                                | ${'InvalidName'}            | ${'name'}                                | ${'proxy'}
  ${{ containers: [{ ...beside, port: 8080 }] }}                                                                                                       | ${'DuplicatePort'}          | ${'port of proxy'}                       | ${8080}
  ${{ extraPorts: [{ name: 'dns', port: 53, protocol: 'UDP' }], sidecars: [{ ...beside, extraPorts: [{ name: 'dns', port: 53, protocol: 'UDP' }] }] }} | ${'DuplicatePort'}          | ${'port of proxy'}                       | ${53}
  ${{ mounts: [Volume.claim('A', 'data').at('/data')] }}                                                                                               | ${'InvalidName'}            | ${'mounts'}                              | ${'A'}
  ${{ mounts: [data.at('/data')], containers: [{ ...beside, mounts: [Volume.claim('data', 'other').at('/x')] }] }}                                     | ${'InvalidName'}            | ${'mounts'}                              | ${'data'}
  ${{ containers: [{ ...beside, mounts: [Volume.claim('d', '').at('/d')] }] }}                                                                         | ${'InvalidVolume'}          | ${'containers[0].claimName of volume d'} | ${''}
  ${{ mounts: [Volume.emptyDir('m', { sizeLimit: Size.gibibytes(1), medium: 'Memory' }).at('/m')] }}                                                   | ${'MemoryVolumeAboveLimit'} | ${'sizeLimit of volume m'}               | ${'1Gi'}
  ${{ gracePeriod: Duration.millis(30_500) }}                                                                                                          | ${'OutOfRange'}             | ${'gracePeriod'}                         | ${'30500ms'}
  ${{ drainDelay: seconds(0) }}                                                                                                                        | ${'NoDrain'}                | ${'drainDelay'}                          | ${'0s'}
  ${{ drainDelay: seconds(30) }}                                                                                                                       | ${'GraceTooShort'}          | ${'gracePeriod'}                         | ${'30s'}
  ${{ preStop: LifecycleHook.sleep(seconds(31)) }}                                                                                                     | ${'GraceTooShort'}          | ${'gracePeriod'}                         | ${'30s'}
  ${placed(Placement.onNode('n1'), Placement.onNode('N2'))}                                                                                            | ${'InvalidPlacement'}       | ${'placement[1]'}                        | ${'N2'}
  ${placed(Placement.onNode('n1'), Placement.onNode('n2'))}                                                                                            | ${'InvalidPlacement'}       | ${'placement'}                           | ${['n1', 'n2']}
  ${placed(Placement.priorityClass('a'), Placement.priorityClass('b'))}                                                                                | ${'InvalidPlacement'}       | ${'placement'}                           | ${['a', 'b']}
  ${placed(Placement.scheduler('a'), Placement.scheduler('a'))}                                                                                        | ${'InvalidPlacement'}       | ${'placement'}                           | ${['a', 'a']}
  ${placed(Placement.nodeSelector({ disk: 'ssd' }), Placement.dedicatedNodes('disk', 'hdd'))}                                                          | ${'InvalidPlacement'}       | ${'placement'}                           | ${'ssd'}
  ${{ dns: { source: 'none' } }}                                                                                                                       | ${'InvalidDns'}             | ${'dns.nameservers'}                     | ${[]}
  ${{ podAnnotations: { 'a b': 'c' } }}                                                                                                                | ${'InvalidName'}            | ${'podAnnotations'}                      | ${'a b'}
`('fails by $code for $prop: $got', ({ pod, code, prop, got }) => {
  expect(mistakeOf(pod)).toMatchObject({ code, prop, got });
});

test.each`
  because                                             | pod
  ${'all defaults'}                                   | ${{}}
  ${'a command that ends, before the others start'}   | ${{ initContainers: [{ ...beside, command: ['date'] }] }}
  ${'one port for two protocols'}                     | ${{ port: 53, extraPorts: [{ name: 'dns', port: 53, protocol: 'UDP' }] }}
  ${'a port that ends with its init container'}       | ${{ initContainers: [{ ...beside, port: 8080 }] }}
  ${'one volume in two containers'}                   | ${{ mounts: [data.at('/data')], containers: [{ ...beside, mounts: [data.at('/data')] }] }}
  ${'a drain that nobody waits for'}                  | ${{ port: undefined, drainDelay: seconds(30) }}
  ${'labels of nodes that are asked for twice alike'} | ${placed(Placement.nodeSelector({ a: 'b' }), Placement.nodeSelector({ a: 'b', c: 'd' }))}
  ${'a node, a scheduler and a priority'}             | ${placed(Placement.onNode('n'), Placement.scheduler('s'), Placement.priorityClass('p'))}
`('takes $because', ({ pod }) => {
  expect(mistakeOf(pod)).toBeUndefined();
});

test('a container of a Job may end, and the main one too', () => {
  const pod: Pod = { ...DEFAULTS, application: 'orders', image, size, command: ['date'] };
  expect(podMistake(pod, { restarts: 'never' })).toBeUndefined();
  expect(podMistake(pod, { restarts: 'always' })?.code).toBe('EndsAtOnce');
});
