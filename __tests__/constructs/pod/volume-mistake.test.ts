import { Size } from 'cdk8s';
import { DEFAULTS } from '../../../lib/constructs/pod/pod-props';
import { volumeMistake } from '../../../lib/constructs/pod/volume-mistake';
import { Volume } from '../../../lib/constructs/storage/volume';
import { image, size } from '../../support/samples';

const mistakeOf = (props: object, claims?: readonly string[]) =>
  volumeMistake({ ...DEFAULTS, application: 'web', image, size, ...props }, { claims });
const work = (name = 'work') => Volume.emptyDir(name, { sizeLimit: Size.mebibytes(1) });
const sidecar = (props: object) => [{ name: 'side', image, size, ...props }];
const shared = work();

test.each`
  props                                                                                                | code               | got           | because
  ${{ mounts: [work('Work').at('/work')] }}                                                            | ${'InvalidName'}   | ${'Work'}     | ${'no volume may be called so'}
  ${{ mounts: [work().at('/a'), work().at('/b')] }}                                                    | ${'InvalidName'}   | ${'work'}     | ${'two volumes have one name'}
  ${{ mounts: [work().at('/a')], sidecars: sidecar({ mounts: [work().at('/a')] }) }}                   | ${'InvalidName'}   | ${'work'}     | ${'two containers made each their own'}
  ${{ mounts: [work('tmp').at('/work')] }}                                                             | ${'InvalidName'}   | ${'tmp'}      | ${'/tmp, which may be written by default, is called so'}
  ${{ mounts: [work('etc-a').at('/b')], config: [{ as: 'files', configMap: 'a', folder: '/etc/a' }] }} | ${'InvalidName'}   | ${'etc-a'}    | ${'the folder of the config is called so'}
  ${{ mounts: [work('side-tmp').at('/b')], initContainers: sidecar({}) }}                              | ${'InvalidName'}   | ${'side-tmp'} | ${'the folder of an init container is called so'}
  ${{ mounts: [Volume.claimTemplate('data').at('/data')] }}                                            | ${'UnknownClaim'}  | ${'data'}     | ${'only a StatefulSet has claim templates'}
  ${{ mounts: [shared.asDevice('/dev/a')] }}                                                           | ${'InvalidDevice'} | ${'work'}     | ${'only a claim can be a raw device'}
`('fails for $got: $because', ({ props, code, got }) => {
  expect(mistakeOf(props)).toMatchObject({ code, prop: 'mounts', got });
});

test.each`
  props                                                                              | because
  ${{ mounts: [shared.at('/a'), shared.at('/b')] }}                                  | ${'one volume may be seen twice'}
  ${{ mounts: [shared.at('/a')], sidecars: sidecar({ mounts: [shared.at('/a')] }) }} | ${'two containers may share one'}
  ${{ sidecars: sidecar({}) }}                                                       | ${'each container has its own /tmp'}
  ${{ mounts: [work('tmp').at('/tmp')], writablePaths: [] }}                         | ${'it stands in for the folder'}
  ${{ mounts: [Volume.claim('disk', 'disk-1').asDevice('/dev/a')] }}                 | ${'a claim can be a raw device'}
`('takes a Pod where $because', ({ props }) => {
  expect(mistakeOf(props)).toBeUndefined();
});

test('a claim template is mounted by its name, however often it is spoken of', () => {
  const at = (path: string) => Volume.claimTemplate('data').at(path);
  expect(mistakeOf({ mounts: [at('/a'), at('/b')] }, ['data'])).toBeUndefined();
  expect(mistakeOf({ mounts: [at('/a')] }, ['data', 'logs'])).toMatchObject({ code: 'UnmountedClaim', got: 'logs' });
});
