import type { ConfigSource } from '../../../lib/constructs/container/config-source';
import { containerVolumes } from '../../../lib/constructs/container/container-volumes';
import { mountManifest } from '../../../lib/constructs/container/mount-manifest';

const podVolumes = (writablePaths: readonly string[], config: readonly ConfigSource[]) => {
  const { mounts, disk } = containerVolumes({ writablePaths, config });
  return { volumes: mounts.map(({ volume }) => volume.manifest()), mounts: mounts.map(mountManifest), disk };
};

test('a Pod that writes nothing and reads no files has no volumes', () => {
  expect(podVolumes([], [])).toMatchObject({ volumes: [], mounts: [] });
});

test('each folder that is written to is a volume of its own, called after it, and ends at 64Mi', () => {
  const { volumes, mounts } = podVolumes(['/tmp', '/var/cache/nginx'], []);
  expect(volumes.map(({ name, emptyDir }) => [name, emptyDir?.sizeLimit?.value])).toEqual([
    ['tmp', '64Mi'],
    ['var-cache-nginx', '64Mi'],
  ]);
  expect(mounts).toEqual([
    { name: 'tmp', mountPath: '/tmp' },
    { name: 'var-cache-nginx', mountPath: '/var/cache/nginx' },
  ]);
});

test('config that is read as files is mounted whole and read-only, so that it follows its ConfigMap', () => {
  const { volumes, mounts } = podVolumes([], [{ as: 'files', configMap: 'orders-1', folder: '/etc/orders' }]);
  expect(volumes).toEqual([{ name: 'etc-orders', configMap: { name: 'orders-1', defaultMode: 0o444 } }]);
  expect(mounts).toEqual([{ name: 'etc-orders', mountPath: '/etc/orders', readOnly: true }]);
});

test('a Secret that is read as files is for the group of the Pod alone', () => {
  const { volumes, mounts } = podVolumes([], [{ as: 'files', secret: 'orders-tls', folder: '/tls' }]);
  expect(volumes).toEqual([{ name: 'tls', secret: { secretName: 'orders-tls', defaultMode: 0o440 } }]);
  expect(mounts).toEqual([{ name: 'tls', mountPath: '/tls', readOnly: true }]);
});

test('config that is read as variables needs no volume', () => {
  expect(podVolumes([], [{ as: 'environment', configMap: 'orders-1' }])).toMatchObject({ volumes: [], mounts: [] });
});

test('every mount is of a volume, and every volume is mounted', () => {
  const { volumes, mounts } = podVolumes(
    ['/tmp', '/run'],
    [
      { as: 'files', configMap: 'a', folder: '/etc/a' },
      { as: 'files', configMap: 'b', folder: '/etc/b' },
    ],
  );
  expect(mounts.map(({ name }) => name)).toEqual(volumes.map(({ name }) => name));
});

test.each([[], ['/tmp'], ['/tmp', '/run', '/var/cache']].map((paths) => [paths.length, paths] as const))(
  'with %d writable folders a container may fill them all and still write its logs',
  (folders, paths) => {
    const mebibytes = (quantity: { readonly value: unknown }) => Number.parseInt(String(quantity.value), 10);
    const { request, limit } = podVolumes(paths, []).disk;
    expect(mebibytes(limit)).toBeGreaterThan(folders * 64 + 50); // the kubelet keeps five log files of 10 MiB
    expect(mebibytes(request)).toBeLessThanOrEqual(mebibytes(limit));
  },
);
