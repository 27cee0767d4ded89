import { Size } from 'cdk8s';
import { Tenancy } from '../../../lib/constructs/tenancy/tenancy';
import type { TenancyProps } from '../../../lib/constructs/tenancy/tenancy-props';
import { Cpu } from '../../../lib/kubernetes/k8s';
import { QuotaScope } from '../../../lib/kubernetes/quota-scope';
import { objectOf, objectsOf, testChart } from '../../support/chart';
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

test('podSecurityAudit and podSecurityWarn: may be stricter than what is enforced', () => {
  const { labels } = objectOf(
    tenancyOf({ podSecurity: 'privileged', podSecurityAudit: 'restricted', podSecurityWarn: 'baseline' }),
    'Namespace',
  ).metadata;
  expect(labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'privileged',
    'pod-security.kubernetes.io/audit': 'restricted',
    'pod-security.kubernetes.io/warn': 'baseline',
  });
});

test('containerDefaults: the least that a container may request', () => {
  const containerDefaults = { ...required.containerDefaults, minCpu: Cpu.millis(20), minMemory: Size.mebibytes(24) };
  expect(objectOf(tenancyOf({ containerDefaults }), 'LimitRange').spec.limits[0].min).toEqual({
    cpu: '20m',
    memory: '24Mi',
  });
});

test('podBounds: what all containers of a Pod may have together', () => {
  const podBounds = { minMemory: Size.mebibytes(32), maxCpu: Cpu.units(6), maxMemory: Size.gibibytes(11) };
  expect(objectOf(tenancyOf({ podBounds }), 'LimitRange').spec.limits[1]).toEqual({
    type: 'Pod',
    min: { memory: '32Mi' },
    max: { cpu: '6', memory: '11Gi' },
  });
});

test.each([
  [
    { min: Size.gibibytes(1), max: Size.gibibytes(50) },
    { min: { storage: '1Gi' }, max: { storage: '50Gi' } },
  ],
  [{ max: Size.gibibytes(50) }, { max: { storage: '50Gi' } }],
])('claimBounds: what a claim may ask for, %j', (claimBounds, item) => {
  expect(objectOf(tenancyOf({ claimBounds }), 'LimitRange').spec.limits[1]).toEqual({
    type: 'PersistentVolumeClaim',
    ...item,
  });
});

test('scopedQuotas: what some of its Pods may use, beside the quota of all', () => {
  const batch = { scopes: [QuotaScope.priorityClass('batch')], amounts: { pods: 12 } };
  const [all, some] = objectsOf(tenancyOf({ scopedQuotas: { batch } }), 'ResourceQuota');
  expect(all.metadata.name).toBe('quota');
  expect(some.metadata).toMatchObject({
    name: 'quota-batch',
    namespace: 'warehouse',
    labels: { environment: 'night-shift' },
  });
  expect(some.spec).toEqual({
    hard: { pods: '12' },
    scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['batch'] }] },
  });
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

// Kubernetes: "min value 4 is greater than max value 3", "either minimum or maximum storage value is required"
test.each`
  props                                                                                | sentence
  ${{ containerDefaults: { ...required.containerDefaults, minCpu: Cpu.units(4) } }}    | ${'MinAboveMax [test/Warehouse] containerDefaults.minCpu: invalid value "4": must be at most maxCpu (3)'}
  ${{ containerDefaults: { ...required.containerDefaults, minCpu: Cpu.millis(500) } }} | ${'RequestBelowMin [test/Warehouse] containerDefaults.size.cpuRequest: invalid value "130m": must be at least minCpu (500m)'}
  ${{ podBounds: { minMemory: Size.gibibytes(2), maxMemory: Size.gibibytes(1) } }}     | ${'MinAboveMax [test/Warehouse] podBounds.minMemory: invalid value "2Gi": must be at most maxMemory (1Gi)'}
  ${{ podBounds: { maxCpu: Cpu.millis(700) } }}                                        | ${'LimitAboveMax [test/Warehouse] containerDefaults.size.cpuLimit: invalid value "770m": must be at most podBounds.maxCpu (700m)'}
  ${{ podBounds: {} }}                                                                 | ${'NoBound [test/Warehouse] podBounds: invalid value {}: must have a bound'}
  ${{ claimBounds: {} }}                                                               | ${'NoBound [test/Warehouse] claimBounds: invalid value {}: must have a bound'}
  ${{ claimBounds: { min: Size.gibibytes(2), max: Size.gibibytes(1) } }}               | ${'MinAboveMax [test/Warehouse] claimBounds.min: invalid value "2Gi": must be at most max (1Gi)'}
  ${{ quota: { ...required.quota, objects: { service: 3 } } }}                         | ${'InvalidQuota [test/Warehouse] quota.objects: invalid value "service": must be a resource of Kubernetes, or "<plural>.<group>" of a custom one'}
`('fails for $sentence', ({ props, sentence }) => {
  expect(refusalOf(() => tenancyOf(props))).toBe(sentence);
});

// Kubernetes: 'pod-security.kubernetes.io/enforce-version: Invalid value: "vv1.30": must be "latest" or "v1.x"'
test.each(['v1.30', '1.30.2', '1', ''])('fails when the version is "%s", which is no minor', (kubernetesVersion) => {
  expect(refusalOf(() => tenancyOf({ kubernetesVersion }))).toMatch(/^\w+ \[test\/Warehouse\] kubernetesVersion/);
});
