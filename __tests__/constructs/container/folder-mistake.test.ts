import { Size } from 'cdk8s';
import type { ContainerProps } from '../../../lib/constructs/container/container-props';
import { folderMistake } from '../../../lib/constructs/container/folder-mistake';
import { Volume } from '../../../lib/constructs/storage/volume';
import { sentenceOf } from '../../support/mistake';
import { image, size } from '../../support/samples';

const said = (props: Partial<ContainerProps>) => sentenceOf(folderMistake({ image, size, ...props }));
const work = Volume.emptyDir('work', { sizeLimit: Size.mebibytes(10) });
const files = (folder: string) => ({ as: 'files', configMap: 'orders', folder }) as const;

test.each(['', '/', 'tmp', './tmp', '/tmp/', '/a//b', '/a:b', '/a/../b', '/..', '/./a'])(
  'fails when a folder is "%s", wherever it is said',
  (folder) => {
    const wrong = (prop: string) => `InvalidPath ${prop}: invalid value "${folder}": must be an absolute path`;
    expect(said({ writablePaths: [folder] })).toBe(wrong('writablePaths'));
    expect(said({ config: [files(folder)] })).toBe(wrong('config'));
    expect(said({ mounts: [work.at(folder)] })).toBe(wrong('mounts'));
  },
);

test.each`
  props                                                           | refusal
  ${{ writablePaths: ['/a', '/a'] }}                              | ${'InvalidPath writablePaths: invalid value "/a": must not be mounted twice'}
  ${{ config: [files('/tmp')] }}                                  | ${'InvalidPath config: invalid value "/tmp": must not be mounted twice'}
  ${{ mounts: [work.at('/tmp')] }}                                | ${'InvalidPath mounts: invalid value "/tmp": must not be mounted twice'}
  ${{ mounts: [work.at('/a'), work.at('/a', { subPath: 'b' })] }} | ${'InvalidPath mounts: invalid value "/a": must not be mounted twice'}
  ${{ mounts: [work.at('/a', { subPath: '/b' })] }}               | ${'InvalidPath mounts: invalid value "/b": must be a relative path without ".."'}
  ${{ mounts: [work.at('/a', { subPath: 'b/../../c' })] }}        | ${'InvalidPath mounts: invalid value "b/../../c": must be a relative path without ".."'}
  ${{ mounts: [work.at('/a', { subPath: '..' })] }}               | ${'InvalidPath mounts: invalid value "..": must be a relative path without ".."'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(said(props)).toBe(refusal);
});

test.each`
  props                                                              | because
  ${{}}                                                              | ${'nothing but /tmp is written to'}
  ${{ writablePaths: [], mounts: [work.at('/tmp')] }}                | ${'the folder is free'}
  ${{ mounts: [work.at('/a'), work.at('/b')] }}                      | ${'a volume may be seen twice'}
  ${{ mounts: [work.at('/tmp/a')] }}                                 | ${'a folder may stand in another'}
  ${{ mounts: [work.at('/.cache/a b/..c')] }}                        | ${'names may begin with dots'}
  ${{ mounts: [work.at('/a', { subPath: 'b..c/.d' })] }}             | ${'names may hold dots'}
  ${{ mounts: [work.at('/a', { propagation: 'HostToContainer' })] }} | ${'it only looks'}
`('takes $props: $because', ({ props }) => {
  expect(said(props)).toBe('nothing refused');
});
