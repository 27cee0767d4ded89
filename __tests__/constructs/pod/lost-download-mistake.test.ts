import { Size } from 'cdk8s';
import type { NamedContainer } from '../../../lib/constructs/container/named-container';
import { Volume } from '../../../lib/constructs/storage/volume';
import { BarePod, type BarePodProps } from '../../../lib/constructs/workload/bare-pod';
import { testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { image, size } from '../../support/samples';

const data = Volume.emptyDir('data', { sizeLimit: Size.mebibytes(10) });
const fetch = { name: 'fetch', image, size, command: ['wget', 'http://example.com/data.tgz'] };

function podOf(init: Partial<NamedContainer> = {}, props: Partial<BarePodProps> = {}) {
  const initContainers = [{ ...fetch, ...init }, ...(props.initContainers ?? [])];
  return new BarePod(testChart(), 'Web', { image, size, restartPolicy: 'Always', ...props, initContainers });
}

test.each`
  command
  ${['wget', 'http://example.com/data.tgz']}
  ${['sh', '-c', 'cd /tmp; wget -q http://example.com/data.tgz']}
  ${['sh', '-c', 'until wget --spider http://db; do sleep 1; done; wget -O /tmp/a http://db/a']}
  ${['curl', '-O', 'http://example.com/data.tgz']}
  ${['curl', '-sSLo', '/tmp/data.tgz', 'http://example.com/data.tgz']}
  ${['curl', '--output=/tmp/data.tgz', 'http://example.com/data.tgz']}
  ${['git', '-C', '/tmp', 'clone', 'https://example.com/data.git']}
`('fails when nobody else sees what is downloaded: $command', ({ command }) => {
  expect(refusalOf(() => podOf({ command }))).toBe(
    'LostDownload [test/Web] initContainers[0].mounts: invalid value "fetch": must share a volume with another container: what it downloads is gone when it ends',
  );
});

test.each`
  because                               | command
  ${'it asks whether it is there'}      | ${['wget', '--spider', 'http://db']}
  ${'it prints it'}                     | ${['wget', '-qO-', 'http://db']}
  ${'it prints it, with a space'}       | ${['wget', '-q', '-O', '-', 'http://db']}
  ${'it throws it away'}                | ${['wget', '-O', '/dev/null', 'http://db']}
  ${'it prints it by curl'}             | ${['curl', '--fail', 'http://db']}
  ${'it throws it away by curl'}        | ${['curl', '-so', '/dev/null', 'http://db']}
  ${'it prints it by curl, explicitly'} | ${['curl', '-o', '-', 'http://db']}
  ${'it downloads nothing'}             | ${['migrate', 'up']}
`('takes one without a volume where $because', ({ command }) => {
  expect(refusalOf(() => podOf({ command }))).toBe('nothing refused');
});

const aside = { name: 'aside', image, size, mounts: [data.at('/data')] };

test.each`
  who                             | props
  ${'the main container'}         | ${{ mounts: [data.at('/data')] }}
  ${'a container beside it'}      | ${{ containers: [aside] }}
  ${'a sidecar'}                  | ${{ sidecars: [aside] }}
  ${'an init container after it'} | ${{ initContainers: [aside] }}
`('takes a volume that $who mounts too', ({ props }) => {
  expect(refusalOf(() => podOf({ mounts: [data.at('/work')] }, props))).toBe('nothing refused');
});

test.each([Volume.claim('kept', 'data'), Volume.hostPath('kept', '/srv/data', 'Directory')])(
  'takes a volume that is more than the Pod has, though nobody else in it mounts it: %#',
  (kept) => {
    expect(refusalOf(() => podOf({ mounts: [kept.at('/work')] }))).toBe('nothing refused');
  },
);

test('fails when the only volume is its own', () => {
  expect(refusalOf(() => podOf({ mounts: [data.at('/work')] }))).toMatch(/^LostDownload /);
});
