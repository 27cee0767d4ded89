import { Size } from 'cdk8s';
import { Volume } from '../../../lib/constructs/storage/volume';

const gib = Size.gibibytes(1);

test.each`
  volume                                                               | source
  ${Volume.emptyDir('v', { sizeLimit: gib })}                          | ${{ emptyDir: { sizeLimit: { value: '1Gi' } } }}
  ${Volume.emptyDir('v', { sizeLimit: gib, medium: 'Memory' })}        | ${{ emptyDir: { sizeLimit: { value: '1Gi' }, medium: 'Memory' } }}
  ${Volume.hostPath('v', '/var/log', 'Directory')}                     | ${{ hostPath: { path: '/var/log', type: 'Directory' } }}
  ${Volume.configMap('v', 'conf')}                                     | ${{ configMap: { name: 'conf', defaultMode: 0o444 } }}
  ${Volume.configMap('v', 'conf', { files: { a: 'b' }, mode: 0o400 })} | ${{ configMap: { name: 'conf', defaultMode: 0o400, items: [{ key: 'a', path: 'b' }] } }}
  ${Volume.secret('v', 'keys')}                                        | ${{ secret: { secretName: 'keys', defaultMode: 0o444 } }}
  ${Volume.secret('v', 'keys', { mode: 0, presence: 'optional' })}     | ${{ secret: { secretName: 'keys', defaultMode: 0, optional: true } }}
  ${Volume.projected('v', [{ secret: 'keys' }])}                       | ${{ projected: { defaultMode: 0o444, sources: [{ secret: { name: 'keys' } }] } }}
  ${Volume.podFields('v', { id: 'metadata.uid' })}                     | ${{ downwardApi: { defaultMode: 0o444, items: [{ path: 'id' }] } }}
  ${Volume.claim('v', 'data')}                                         | ${{ persistentVolumeClaim: { claimName: 'data' } }}
  ${Volume.ephemeralClaim('v', { size: gib, storageClass: 'fast' })}   | ${{ ephemeral: { volumeClaimTemplate: { spec: { storageClassName: 'fast', accessModes: ['ReadWriteOnce'] } } } }}
  ${Volume.nfs('v', 'nfs.internal', '/exports')}                       | ${{ nfs: { server: 'nfs.internal', path: '/exports' } }}
  ${Volume.csi('v', { driver: 'x.example.com' })}                      | ${{ csi: { driver: 'x.example.com', readOnly: true } }}
`('$source', ({ volume, source }) => {
  expect(volume.manifest()).toMatchObject({ name: 'v', ...source });
  expect(volume.problem).toBeUndefined();
});

test('what nobody can write is mounted read-only, all else is not', () => {
  const readOnly = ({ traits }: Volume) => traits.readOnly === true;
  const config = [
    Volume.configMap('v', 'a'),
    Volume.secret('v', 'a'),
    Volume.projected('v', [{ secret: 'a' }]),
    Volume.podFields('v', {}),
    Volume.csi('v', { driver: 'a' }),
  ];
  const data = [
    Volume.emptyDir('v', { sizeLimit: gib }),
    Volume.hostPath('v', '/a', 'Directory'),
    Volume.claim('v', 'a'),
    Volume.ephemeralClaim('v', { size: gib }),
    Volume.nfs('v', 's', '/a'),
    Volume.csi('v', { driver: 'a', access: 'readWrite' }),
  ];
  expect([config.map(readOnly), data.map(readOnly)]).toEqual([config.map(() => true), data.map(() => false)]);
});

test('at: the same volume is seen in a folder, as the mount says', () => {
  const volume = Volume.claim('v', 'data');
  expect(volume.at('/data', { subPath: 'a', access: 'readOnly' })).toEqual({
    volume,
    path: '/data',
    subPath: 'a',
    access: 'readOnly',
  });
});

test.each`
  volume                                                     | prop           | got
  ${Volume.emptyDir('v', { sizeLimit: Size.mebibytes(0) })}  | ${'sizeLimit'} | ${'0Mi'}
  ${Volume.hostPath('v', 'var', 'Directory')}                | ${'path'}      | ${'var'}
  ${Volume.hostPath('v', '/var/../etc', 'Directory')}        | ${'path'}      | ${'/var/../etc'}
  ${Volume.configMap('v', '')}                               | ${'configMap'} | ${''}
  ${Volume.configMap('v', 'a', { mode: -1 })}                | ${'mode'}      | ${-1}
  ${Volume.secret('v', 'A')}                                 | ${'secret'}    | ${'A'}
  ${Volume.secret('v', 'a', { files: { a: '/b' } })}         | ${'files'}     | ${'/b'}
  ${Volume.projected('v', [])}                               | ${'sources'}   | ${[]}
  ${Volume.podFields('v', { a: 'spec.nodeName' })}           | ${'podFields'} | ${'spec.nodeName'}
  ${Volume.claim('v', '')}                                   | ${'claimName'} | ${''}
  ${Volume.claim('v', 'a_b')}                                | ${'claimName'} | ${'a_b'}
  ${Volume.ephemeralClaim('v', { size: Size.mebibytes(0) })} | ${'size'}      | ${'0Mi'}
  ${Volume.nfs('v', '', '/a')}                               | ${'server'}    | ${''}
  ${Volume.nfs('v', 's', 'a')}                               | ${'path'}      | ${'a'}
  ${Volume.csi('v', { driver: 'a b' })}                      | ${'driver'}    | ${'a b'}
`('a wrong $prop ($got) is known of the volume', ({ volume, prop, got }) => {
  expect(volume.problem).toMatchObject({ prop, got });
});
