import { Size } from 'cdk8s';
import { Tenancy } from '../../../lib/constructs/tenancy/tenancy';
import type { TenancyProps } from '../../../lib/constructs/tenancy/tenancy-props';
import { Cpu } from '../../../lib/kubernetes/k8s';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { size } from '../../support/samples';

const required: TenancyProps = {
  namespace: 'warehouse',
  environment: 'night-shift',
  kubernetesVersion: '1.31',
  quota: {
    cpuRequests: Cpu.units(7),
    cpuLimits: Cpu.millis(21500),
    memoryRequests: Size.gibibytes(9),
    memoryLimits: Size.mebibytes(18500),
    pods: 43,
  },
  containerDefaults: { size, maxCpu: Cpu.units(3), maxMemory: Size.gibibytes(5) },
};

function tenancyOf(props: Partial<TenancyProps> = {}) {
  const chart = testChart();
  new Tenancy(chart, 'Warehouse', { ...required, ...props });
  return chart;
}

test('all defaults: a namespace that refuses Pods below Pod Security "restricted", as its version has it', () => {
  expect(objectOf(tenancyOf(), 'Namespace').metadata).toMatchObject({
    name: 'warehouse',
    labels: {
      environment: 'night-shift',
      'pod-security.kubernetes.io/enforce': 'restricted',
      'pod-security.kubernetes.io/enforce-version': 'v1.31',
      'pod-security.kubernetes.io/audit': 'restricted',
      'pod-security.kubernetes.io/audit-version': 'v1.31',
      'pod-security.kubernetes.io/warn': 'restricted',
      'pod-security.kubernetes.io/warn-version': 'v1.31',
    },
  });
});

test('everything in it is in its namespace, and carries its environment', () => {
  const chart = tenancyOf();
  for (const [kind, name] of [
    ['ResourceQuota', 'quota'],
    ['LimitRange', 'limits'],
    ['NetworkPolicy', 'default-deny'],
  ] as const) {
    const { metadata } = objectOf(chart, kind);
    expect([metadata.name, metadata.namespace, metadata.labels.environment]).toEqual([
      name,
      'warehouse',
      'night-shift',
    ]);
  }
});

test('quota: requests and limits both are bounded, and the number of Pods', () => {
  expect(objectOf(tenancyOf(), 'ResourceQuota').spec).toEqual({
    hard: {
      'requests.cpu': '7',
      'limits.cpu': '21500m',
      'requests.memory': '9Gi',
      'limits.memory': '18500Mi',
      pods: '43',
    },
  });
});

test('containerDefaults: a container that states none has a size, and none is larger than the largest', () => {
  expect(objectOf(tenancyOf(), 'LimitRange').spec).toEqual({
    limits: [
      {
        type: 'Container',
        defaultRequest: { cpu: '130m', memory: '96Mi' },
        default: { cpu: '770m', memory: '192Mi' },
        max: { cpu: '3', memory: '5Gi' },
      },
    ],
  });
});

test('the network is closed', () => {
  expect(objectOf(tenancyOf(), 'NetworkPolicy').spec).toMatchObject({
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
  });
});

test.each(['privileged', 'baseline'] as const)('podSecurity: %s is enforced, audited and warned of', (podSecurity) => {
  const { labels } = objectOf(tenancyOf({ podSecurity }), 'Namespace').metadata;
  const levels = ['enforce', 'audit', 'warn'].map((mode) => labels[`pod-security.kubernetes.io/${mode}`]);
  expect(levels).toEqual([podSecurity, podSecurity, podSecurity]);
});

test('fails when the namespace cannot be called so', () => {
  expect(refusalOf(() => tenancyOf({ namespace: 'ware.house' }))).toBe(
    'InvalidName [test/Warehouse] namespace: invalid value "ware.house": must be lower case letters, digits and "-", beginning and ending with a letter or digit',
  );
});

test('fails when the size of a container that states none requests more than its limit', () => {
  const containerDefaults = { ...required.containerDefaults, size: { ...size, memoryRequest: Size.gibibytes(1) } };
  expect(refusalOf(() => tenancyOf({ containerDefaults }))).toBe(
    'RequestAboveLimit [test/Warehouse] containerDefaults.size.memoryRequest: invalid value "1Gi": must be at most its limit (192Mi)',
  );
});

// Kubernetes: "spec.limits[0].default[cpu]: Invalid value: default value 770m is greater than max value 500m"
test.each`
  prop           | change
  ${'maxCpu'}    | ${{ maxCpu: Cpu.millis(500) }}
  ${'maxMemory'} | ${{ maxMemory: Size.mebibytes(100) }}
`('fails when the size of a container that states none is above $prop', ({ change }) => {
  const containerDefaults = { ...required.containerDefaults, ...change };
  expect(refusalOf(() => tenancyOf({ containerDefaults }))).toMatch(/^\w+ \[test\/Warehouse\] containerDefaults/);
});

// Kubernetes: "spec.hard[pods]: Invalid value: must be an integer", "must be greater than or equal to 0"
test.each([2.5, -1, Number.NaN])('fails when the quota has %p Pods', (pods) => {
  expect(refusalOf(() => tenancyOf({ quota: { ...required.quota, pods } }))).toMatch(
    /^\w+ \[test\/Warehouse\] quota\.pods/,
  );
});

// Kubernetes: 'pod-security.kubernetes.io/enforce-version: Invalid value: "vv1.30": must be "latest" or "v1.x"'
test.each(['v1.30', '1.30.2', '1', ''])('fails when the version is "%s", which is no minor', (kubernetesVersion) => {
  expect(refusalOf(() => tenancyOf({ kubernetesVersion }))).toMatch(/^\w+ \[test\/Warehouse\] kubernetesVersion/);
});
