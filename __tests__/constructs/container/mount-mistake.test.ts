import { Size } from 'cdk8s';
import type { ContainerProps } from '../../../lib/constructs/container/container-props';
import { mountMistake } from '../../../lib/constructs/container/mount-mistake';
import { Volume } from '../../../lib/constructs/storage/volume';
import { image, size } from '../../support/samples';

const mistakeOf = (props: Partial<ContainerProps>) => mountMistake({ image, size, ...props }); // its limit is 192Mi
const memory = (mebibytes: number, name = 'cache') =>
  Volume.emptyDir(name, { sizeLimit: Size.mebibytes(mebibytes), medium: 'Memory' });

test('a volume that Kubernetes would refuse is named, with what is wrong of it', () => {
  const mounts = [Volume.claim('data', 'data').at('/data'), Volume.secret('keys', '').at('/keys')];
  expect(mistakeOf({ mounts })).toMatchObject({ code: 'InvalidVolume', prop: 'secret of volume keys', got: '' });
});

test('fails when one asks to write what nobody can write', () => {
  const mounts = [Volume.configMap('conf', 'conf').at('/conf', { access: 'readWrite' })];
  const rule = 'must not be given for volume conf, which nobody can write';
  expect(mistakeOf({ mounts })).toMatchObject({ code: 'InvalidMount', prop: 'mounts.access', rule });
});

test.each`
  privileges      | code
  ${undefined}    | ${'InvalidMount'}
  ${'escalating'} | ${'InvalidMount'}
  ${'privileged'} | ${undefined}
`('mounts go out to the node from a container whose privileges are $privileges: $code', ({ privileges, code }) => {
  const mounts = [Volume.hostPath('host', '/mnt', 'Directory').at('/mnt', { propagation: 'Bidirectional' })];
  expect(mistakeOf({ mounts, privileges })?.code).toBe(code);
});

test.each`
  mounts                                                               | got               | because
  ${[memory(193).at('/a')]}                                            | ${'193Mi'}        | ${'it alone is more than the limit of 192Mi'}
  ${[memory(100).at('/a'), memory(93, 'other').at('/b')]}              | ${'100Mi + 93Mi'} | ${'both together are'}
  ${[memory(192).at('/a')]}                                            | ${undefined}      | ${'it is as much as the limit'}
  ${[memory(100).at('/a'), memory(100).at('/b')]}                      | ${undefined}      | ${'it is one volume, mounted twice'}
  ${[memory(193).at('/a', { access: 'readOnly' })]}                    | ${undefined}      | ${'who only reads it is charged nothing'}
  ${[Volume.emptyDir('v', { sizeLimit: Size.gibibytes(9) }).at('/a')]} | ${undefined}      | ${'a disk is no memory'}
`('memory of $got is refused: $because', ({ mounts, got }) => {
  const found = mistakeOf({ mounts });
  expect(found?.got).toBe(got);
  if (found) expect(found.code).toBe('MemoryVolumeAboveLimit');
});

test.each`
  mount                                                                     | rule
  ${Volume.claim('d', 'd', 'Block').at('/d')}                               | ${'must be "Filesystem" to be mounted as files'}
  ${Volume.claim('d', 'd', 'Filesystem').asDevice('/d')}                    | ${'must be "Block" to be mounted as device'}
  ${Volume.ephemeralClaim('d', { size: Size.gibibytes(1) }).asDevice('/d')} | ${'must be "Block" to be mounted as device'}
  ${Volume.claim('d', 'd', 'Block').asDevice('/d')}                         | ${undefined}
  ${Volume.claim('d', 'd', 'Filesystem').at('/d')}                          | ${undefined}
  ${Volume.claim('d', 'd').asDevice('/d')}                                  | ${undefined}
  ${Volume.claim('d', 'd').at('/d')}                                        | ${undefined}
`('a claim is seen as what it holds: $rule', ({ mount, rule }) => {
  expect(mistakeOf({ mounts: [mount] })?.rule).toBe(rule);
});

test('takes a container without mounts, and sound ones', () => {
  expect(mistakeOf({})).toBeUndefined();
  const mounts = [Volume.secret('keys', 'keys').at('/keys', { access: 'readOnly', propagation: 'HostToContainer' })];
  expect(mistakeOf({ mounts })).toBeUndefined();
});
