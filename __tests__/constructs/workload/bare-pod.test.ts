import { Chart } from 'cdk8s';
import { Probe } from '../../../lib/constructs/container/probe';
import { Placement } from '../../../lib/constructs/pod/placement';
import { BarePod, type BarePodProps } from '../../../lib/constructs/workload/bare-pod';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { image, size } from '../../support/samples';

function podOf(props: Partial<BarePodProps> = {}) {
  const chart = testChart();
  const bare = new BarePod(chart, 'MyPod', { image, size, restartPolicy: 'Always', ...props });
  return { bare, pod: objectOf(chart, 'Pod') };
}

test('all defaults: the Pod', () => {
  const { metadata, spec, apiVersion } = podOf().pod;
  const labels = { 'app.kubernetes.io/name': 'my-pod', 'app.kubernetes.io/instance': 'my-pod' };
  expect(apiVersion).toBe('v1');
  expect(metadata).toEqual({
    name: 'my-pod',
    namespace: 'shop',
    labels: { ...labels, 'app.kubernetes.io/part-of': 'orders', environment: 'rehearsal' },
  });
  expect(spec).toMatchObject({ restartPolicy: 'Always', securityContext: { runAsNonRoot: true } });
  for (const field of ['hostname', 'subdomain', 'topologySpreadConstraints']) expect(spec).not.toHaveProperty(field);
  expect(spec.containers).toHaveLength(1);
  expect(spec.containers[0]).not.toHaveProperty('livenessProbe');
});

test.each`
  props                                            | fields
  ${{ restartPolicy: 'Never' }}                    | ${{ restartPolicy: 'Never' }}
  ${{ restartPolicy: 'OnFailure' }}                | ${{ restartPolicy: 'OnFailure' }}
  ${{ hostname: 'front' }}                         | ${{ hostname: 'front' }}
  ${{ hostname: { hostname: 'a', service: 'b' } }} | ${{ hostname: 'a', subdomain: 'b' }}
  ${{ placement: [Placement.onNode('node-1')] }}   | ${{ nodeName: 'node-1' }}
  ${{ processNamespace: 'pod' }}                   | ${{ shareProcessNamespace: true }}
`('$props: $fields', ({ props, fields }) => {
  expect(podOf(props).pod.spec).toMatchObject(fields);
});

test('it has a name in DNS by its hostname and a headless Service, never by one of them', () => {
  const hostname = { hostname: 'front', service: 'fronts' };
  expect(podOf({ hostname }).bare.dnsName).toBe('front.fronts.shop.svc');
  expect(podOf({ hostname: 'front' }).bare.dnsName).toBeUndefined();
  const bare = new BarePod(new Chart(testChart(), 'none'), 'A', { image, size, restartPolicy: 'Always', hostname });
  expect(bare.dnsName).toBe('front.fronts');
});

test('what others need to know of it is public', () => {
  const { bare } = podOf({ name: 'front', application: 'web', port: 80, startup: Probe.tcp() });
  expect(bare).toMatchObject({
    name: 'front',
    selector: { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'front' },
    portName: 'http',
    reference: { apiVersion: 'v1', kind: 'Pod', name: 'front' },
    requested: ['cpu', 'memory'],
    qosClass: 'Burstable',
  });
  expect(bare.startupAllowance?.toSeconds()).toBe(30);
  expect(podOf().bare.startupAllowance).toBeUndefined();
});

test.each`
  props                                             | refusal
  ${{ name: 'a'.repeat(64) }}                       | ${/^InvalidName .* must be at most 63 characters for a Pod, has 64/}
  ${{ hostname: 'A' }}                              | ${/^InvalidName \[test\/MyPod\] hostname: invalid value "A"/}
  ${{ hostname: 'a.b' }}                            | ${/^InvalidName \[test\/MyPod\] hostname: invalid value "a.b"/}
  ${{ hostname: { hostname: '-', service: 'b' } }}  | ${/^InvalidName \[test\/MyPod\] hostname.hostname: invalid value "-"/}
  ${{ hostname: { hostname: 'a', service: '1b' } }} | ${/^InvalidName \[test\/MyPod\] hostname.service: invalid value "1b"/}
  ${{ command: ['echo', 'hi'] }}                    | ${/^EndsAtOnce \[test\/MyPod\] command/}
  ${{ port: 0 }}                                    | ${/^OutOfRange \[test\/MyPod\] port/}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => podOf(props))).toMatch(refusal);
});

test.each(['OnFailure', 'Never'] as const)(
  'takes a command that ends at once where it restarts %s',
  (restartPolicy) => {
    expect(refusalOf(() => podOf({ restartPolicy, command: ['echo', 'hi'] }))).toBe('nothing refused');
  },
);

test('fails when its port is asked for and there is none', () => {
  expect(refusalOf(() => podOf().bare.portName)).toMatch(/^NoPort \[test\/MyPod\] port: /);
});
