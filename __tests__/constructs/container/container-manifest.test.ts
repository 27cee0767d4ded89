import { Duration, Size } from 'cdk8s';
import { containerManifest } from '../../../lib/constructs/container/container-manifest';
import type { ContainerProps } from '../../../lib/constructs/container/container-props';
import { LifecycleHook } from '../../../lib/constructs/container/lifecycle-hook';
import { Probe } from '../../../lib/constructs/container/probe';
import { Volume } from '../../../lib/constructs/storage/volume';
import { image, size } from '../../support/samples';

/** The container as it is written: what is left out is not there. */
function containerOf(
  props: Partial<ContainerProps> = {},
  role: Parameters<typeof containerManifest>[1] = { name: 'a' },
) {
  return JSON.parse(JSON.stringify(containerManifest({ image, size, ...props }, role).container));
}

test('all defaults: nothing is said but what was asked for', () => {
  expect(containerOf()).toEqual({
    name: 'a',
    image: 'registry.internal:5000/shop/orders:2024-11',
    imagePullPolicy: 'Always',
    resources: {
      requests: { cpu: { value: '130m' }, memory: { value: '96Mi' }, 'ephemeral-storage': { value: '64Mi' } },
      limits: { cpu: { value: '770m' }, memory: { value: '192Mi' }, 'ephemeral-storage': { value: '160Mi' } },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      privileged: false,
      readOnlyRootFilesystem: true,
    },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  });
});

test.each`
  props                              | field                | value
  ${{ command: ['server'] }}         | ${'command'}         | ${['server']}
  ${{ args: ['--quiet'] }}           | ${'args'}            | ${['--quiet']}
  ${{ workingDir: '/srv' }}          | ${'workingDir'}      | ${'/srv'}
  ${{ port: 8080 }}                  | ${'ports'}           | ${[{ name: 'http', containerPort: 8080, protocol: 'TCP' }]}
  ${{ port: 8080, portName: 'api' }} | ${'ports'}           | ${[{ name: 'api', containerPort: 8080, protocol: 'TCP' }]}
  ${{ env: { A: '1' } }}             | ${'env'}             | ${[{ name: 'A', value: '1' }]}
  ${{ writablePaths: [] }}           | ${'volumeMounts'}    | ${undefined}
  ${{ privileges: 'privileged' }}    | ${'securityContext'} | ${{ allowPrivilegeEscalation: true, privileged: true, readOnlyRootFilesystem: true }}
`('$props: $field', ({ props, field, value }) => {
  expect(containerOf(props)[field]).toEqual(value);
});

test('extraPorts: they stand after the first, of TCP where nothing else is said', () => {
  const extraPorts = [
    { name: 'dns', port: 53, protocol: 'UDP', hostPort: 5353 },
    { name: 'metrics', port: 9090 },
  ] as const;
  const [dns, metrics] = [
    { name: 'dns', containerPort: 53, protocol: 'UDP', hostPort: 5353 },
    { name: 'metrics', containerPort: 9090, protocol: 'TCP' },
  ];
  expect(containerOf({ extraPorts }).ports).toEqual([dns, metrics]);
  expect(containerOf({ port: 80, extraPorts }).ports.slice(1)).toEqual([dns, metrics]);
});

test('config as environment: whole, in its order; as files it is mounted instead', () => {
  const { envFrom, volumeMounts } = containerOf({
    config: [
      { as: 'environment', secret: 'db' },
      { as: 'files', configMap: 'pages', folder: '/pages' },
      { as: 'environment', configMap: 'level' },
    ],
  });
  expect(envFrom).toEqual([{ secretRef: { name: 'db' } }, { configMapRef: { name: 'level' } }]);
  expect(volumeMounts).toContainEqual({ name: 'pages', mountPath: '/pages', readOnly: true });
});

test('probes: each in its place, asking the port by its name', () => {
  const probes = { readiness: Probe.http('/r'), liveness: Probe.http('/l'), startup: Probe.http('/s') };
  const { readinessProbe, livenessProbe, startupProbe } = containerOf({ ...probes, port: 80, portName: 'api' });
  const asked = [readinessProbe, livenessProbe, startupProbe].map(({ httpGet }) => [httpGet.path, httpGet.port.value]);
  expect(asked).toEqual([
    ['/r', 'api'],
    ['/l', 'api'],
    ['/s', 'api'],
  ]);
});

test('hooks: its own go before the drain delay of its Pod', () => {
  const drainDelay = Duration.seconds(7);
  const [postStart, preStop] = [LifecycleHook.exec(['warm']), LifecycleHook.exec(['quit'])];
  expect(containerOf({}, { name: 'a', drainDelay }).lifecycle).toEqual({ preStop: { sleep: { seconds: 7 } } });
  expect(containerOf({ preStop }, { name: 'a', drainDelay }).lifecycle).toEqual({
    preStop: { exec: { command: ['quit'] } },
  });
  expect(containerOf({ postStart }).lifecycle).toEqual({ postStart: { exec: { command: ['warm'] } } });
});

test('user: one that differs from that of the Pod', () => {
  expect(containerOf({}, { name: 'a', user: 'root' }).securityContext).toMatchObject({
    runAsUser: 0,
    runAsNonRoot: false,
  });
});

test('owner: two containers of a Pod do not share the folders that each writes to', () => {
  const volume = Volume.emptyDir('shared', { sizeLimit: Size.mebibytes(100) });
  const { container, mounts } = containerManifest(
    { image, size, mounts: [volume.at('/shared')] },
    { name: 'proxy', owner: 'proxy-' },
  );
  expect(container.volumeMounts?.map(({ name }) => name)).toEqual(['proxy-tmp', 'shared']);
  expect(mounts.map((mount) => mount.volume.name)).toEqual(['proxy-tmp', 'shared']);
});

test('mounts: what a container may fill of a volume counts to its disk', () => {
  const volume = Volume.emptyDir('work', { sizeLimit: Size.mebibytes(100) });
  const memory = Volume.emptyDir('shm', { sizeLimit: Size.mebibytes(50), medium: 'Memory' });
  const { limits } = containerOf({ mounts: [volume.at('/work'), memory.at('/shm')] }).resources;
  expect(limits['ephemeral-storage'].value).toBe('260Mi'); // /tmp 64, logs 96, work 100
});
