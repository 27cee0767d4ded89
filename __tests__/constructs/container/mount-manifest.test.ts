import { Size } from 'cdk8s';
import { mountManifest } from '../../../lib/constructs/container/mount-manifest';
import { Volume } from '../../../lib/constructs/storage/volume';

const work = Volume.emptyDir('work', { sizeLimit: Size.mebibytes(10) });
const config = Volume.configMap('config', 'orders-1');

test.each`
  mount                                                   | manifest
  ${work.at('/work')}                                     | ${{ name: 'work', mountPath: '/work' }}
  ${work.at('/work', { access: 'readOnly' })}             | ${{ name: 'work', mountPath: '/work', readOnly: true }}
  ${work.at('/work', { access: 'readWrite' })}            | ${{ name: 'work', mountPath: '/work' }}
  ${work.at('/work', { subPath: 'a/b' })}                 | ${{ name: 'work', mountPath: '/work', subPath: 'a/b' }}
  ${work.at('/work', { propagation: 'HostToContainer' })} | ${{ name: 'work', mountPath: '/work', mountPropagation: 'HostToContainer' }}
  ${config.at('/etc/a')}                                  | ${{ name: 'config', mountPath: '/etc/a', readOnly: true }}
  ${config.at('/etc/a', { access: 'readWrite' })}         | ${{ name: 'config', mountPath: '/etc/a' }}
`('$manifest', ({ mount, manifest }) => {
  expect(mountManifest(mount)).toEqual(manifest);
});

test.each([
  Volume.secret('v', 'a'),
  Volume.projected('v', [{ configMap: 'a' }]),
  Volume.podFields('v', { labels: 'metadata.labels' }),
])('config of any kind is only read', (volume) => {
  expect(mountManifest(volume.at('/v')).readOnly).toBe(true);
});

test.each([Volume.claim('v', 'a'), Volume.claimTemplate('v'), Volume.hostPath('v', '/a', 'Directory')])(
  'disks are written to, and the API drops a readOnly that is false',
  (volume) => {
    expect(mountManifest(volume.at('/v'))).toEqual({ name: 'v', mountPath: '/v' });
  },
);
