import { Duration, Size } from 'cdk8s';
import { Probe } from '../../../lib/constructs/container/probe';
import { Placement } from '../../../lib/constructs/pod/placement';
import { DEFAULTS } from '../../../lib/constructs/pod/pod-props';
import { podTemplate } from '../../../lib/constructs/pod/pod-template';
import { Volume } from '../../../lib/constructs/storage/volume';
import { image, size } from '../../support/samples';

const labels = { environment: 'rehearsal', 'app.kubernetes.io/name': 'web' };
const selector = { 'app.kubernetes.io/name': 'web' };
const templateOf = (props: object = {}, owner: object = {}) =>
  podTemplate({ ...DEFAULTS, application: 'web', image, size, ...props }, { labels, selector, ...owner });
const specOf = (props: object = {}, owner: object = {}) => templateOf(props, owner).spec;
const beside = (name: string, props: object = {}) => ({ name, image, size, ...props });
const work = Volume.emptyDir('work', { sizeLimit: Size.mebibytes(10) });

test('all defaults: a Pod that is given nothing', () => {
  const { containers, volumes, securityContext, imagePullSecrets, ...rest } = specOf();
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  expect(given).toEqual({
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: 30,
  });
  expect(containers.map(({ name }) => name)).toEqual(['web']);
  expect(volumes?.map(({ name }) => name)).toEqual(['tmp']);
  expect(securityContext).toMatchObject({ runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } });
  expect(imagePullSecrets).toEqual([{ name: 'shop-registry' }]);
  expect(templateOf().metadata).toEqual({ labels, annotations: undefined });
});

test.each`
  props                                                       | fields
  ${{ user: 'root' }}                                         | ${{ securityContext: { runAsUser: 0, runAsNonRoot: false } }}
  ${{ user: 101 }}                                            | ${{ securityContext: { runAsUser: 101, runAsGroup: 101, fsGroup: 101 } }}
  ${{ gracePeriod: Duration.minutes(5) }}                     | ${{ terminationGracePeriodSeconds: 300 }}
  ${{ network: 'host' }}                                      | ${{ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' }}
  ${{ processNamespace: 'pod' }}                              | ${{ shareProcessNamespace: true }}
  ${{ account: { name: 'a', token: 'mounted' } }}             | ${{ serviceAccountName: 'a', automountServiceAccountToken: true }}
  ${{ account: { name: 'a', token: 'withheld' } }}            | ${{ serviceAccountName: 'a', automountServiceAccountToken: false }}
  ${{ hostAliases: { '10.0.0.7': ['db'] } }}                  | ${{ hostAliases: [{ ip: '10.0.0.7', hostnames: ['db'] }] }}
  ${{ dns: { source: 'node' } }}                              | ${{ dnsPolicy: 'Default' }}
  ${{ placement: [Placement.onNode('node-1')] }}              | ${{ nodeName: 'node-1' }}
  ${{ placement: [Placement.nodeSelector({ disk: 'ssd' })] }} | ${{ nodeSelector: { disk: 'ssd' } }}
  ${{ placement: [Placement.tolerateEverything()] }}          | ${{ tolerations: [{ operator: 'Exists' }] }}
  ${{ placement: [Placement.priorityClass('high')] }}         | ${{ priorityClassName: 'high' }}
  ${{ placement: [Placement.scheduler('other')] }}            | ${{ schedulerName: 'other' }}
`('$props: $fields', ({ props, fields }) => {
  expect(specOf(props)).toMatchObject(fields);
});

test("podLabels and podAnnotations are the Pod's alone", () => {
  const { metadata } = templateOf({ podLabels: { tier: 'front' }, podAnnotations: { note: 'it' } });
  expect(metadata).toEqual({ labels: { ...labels, tier: 'front' }, annotations: { note: 'it' } });
});

test('its owner says what happens when it ends, and how copies keep apart', () => {
  const spread = [{ topologyKey: 'zone', maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway' }];
  expect(specOf({}, { restartPolicy: 'Never', spread })).toMatchObject({
    restartPolicy: 'Never',
    topologySpreadConstraints: spread,
  });
});

test('several containers: the main one first; sidecars before init containers, and restarted always', () => {
  const { containers, initContainers } = specOf({
    containers: [beside('log')],
    sidecars: [beside('proxy')],
    initContainers: [beside('setup')],
  });
  expect(containers.map(({ name }) => name)).toEqual(['web', 'log']);
  expect(initContainers?.map(({ name, restartPolicy }) => [name, restartPolicy])).toEqual([
    ['proxy', 'Always'],
    ['setup', undefined],
  ]);
});

test('a volume that several containers mount stands there once; folders of each are its own', () => {
  const mounts = [work.at('/work')];
  const { volumes, containers } = specOf({ mounts, containers: [beside('log', { mounts })] });
  expect(volumes?.map(({ name }) => name)).toEqual(['tmp', 'work', 'log-tmp']);
  expect(containers.map(({ volumeMounts }) => volumeMounts?.map(({ name }) => name))).toEqual([
    ['tmp', 'work'],
    ['log-tmp', 'work'],
  ]);
});

test('a raw device is no mount, and a claim template no volume of the Pod', () => {
  const mounts = [Volume.claim('disk', 'disk-1').asDevice('/dev/disk'), Volume.claimTemplate('data').at('/data')];
  const { volumes, containers } = specOf({ mounts, writablePaths: [] });
  expect(volumes).toEqual([{ name: 'disk', persistentVolumeClaim: { claimName: 'disk-1' } }]);
  expect(containers[0]?.volumeDevices).toEqual([{ name: 'disk', devicePath: '/dev/disk' }]);
  expect(containers[0]?.volumeMounts?.map(({ name }) => name)).toEqual(['data']);
});

test('the main container waits before it ends where it has a port; others do not', () => {
  const probed = { port: 80, readiness: Probe.tcp() };
  const { containers } = specOf({ ...probed, containers: [beside('log', { port: 81 })] });
  expect(containers.map(({ lifecycle }) => lifecycle?.preStop?.sleep?.seconds)).toEqual([5, undefined]);
});

test('each pull secret stands there once, of whichever container', () => {
  const other = { ...image, pullSecret: 'other' };
  const { imagePullSecrets } = specOf({ containers: [beside('log', { image: other }), beside('copy')] });
  expect(imagePullSecrets).toEqual([{ name: 'shop-registry' }, { name: 'other' }]);
});
