import { Size } from 'cdk8s';
import { ScopedQuota, type ScopedQuotaProps } from '../../../lib/constructs/tenancy/scoped-quota';
import { Cpu } from '../../../lib/kubernetes/k8s';
import { QuotaScope } from '../../../lib/kubernetes/quota-scope';
import { objectOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

function quotaOf(props: Partial<ScopedQuotaProps> = {}) {
  const chart = testChart();
  const scopes = [QuotaScope.terminating()];
  new ScopedQuota(chart, 'BatchJobs', { scopes, amounts: { pods: 9 }, ...props });
  return objectOf(chart, 'ResourceQuota');
}

test('all defaults: a quota in the namespace of the chart, named after the construct', () => {
  const { metadata, spec } = quotaOf();
  expect(metadata).toMatchObject({ name: 'batch-jobs', namespace: 'shop', labels: { environment: 'rehearsal' } });
  expect(spec).toEqual({
    hard: { pods: '9' },
    scopeSelector: { matchExpressions: [{ scopeName: 'Terminating', operator: 'Exists' }] },
  });
});

test('name, namespace and labels', () => {
  const props = { name: 'batch', namespace: 'warehouse', labels: { environment: 'night-shift' } };
  expect(quotaOf(props).metadata).toMatchObject(props);
});

test('amounts: requests and limits', () => {
  const amounts = {
    cpuRequests: Cpu.units(4),
    cpuLimits: Cpu.units(8),
    memoryRequests: Size.gibibytes(3),
    memoryLimits: Size.gibibytes(6),
  };
  expect(quotaOf({ amounts }).spec.hard).toEqual({
    'requests.cpu': '4',
    'limits.cpu': '8',
    'requests.memory': '3Gi',
    'limits.memory': '6Gi',
  });
});

test.each([
  [QuotaScope.terminating(), { scopeName: 'Terminating', operator: 'Exists' }],
  [QuotaScope.notTerminating(), { scopeName: 'NotTerminating', operator: 'Exists' }],
  [QuotaScope.bestEffort(), { scopeName: 'BestEffort', operator: 'Exists' }],
  [QuotaScope.notBestEffort(), { scopeName: 'NotBestEffort', operator: 'Exists' }],
  [QuotaScope.priorityClass('high', 'top'), { scopeName: 'PriorityClass', operator: 'In', values: ['high', 'top'] }],
  [QuotaScope.priorityClassOtherThan('low'), { scopeName: 'PriorityClass', operator: 'NotIn', values: ['low'] }],
  [QuotaScope.crossNamespaceAffinity(), { scopeName: 'CrossNamespacePodAffinity', operator: 'Exists' }],
])('scopes: %j', (scope, expression) => {
  expect(quotaOf({ scopes: [scope] }).spec.scopeSelector.matchExpressions).toEqual([expression]);
});

// Kubernetes: "conflicting scopes", "must be at least one value when `operator` is 'In'", "unsupported scope applied to resource"
test.each<[Partial<ScopedQuotaProps>, string]>([
  [{ scopes: [] }, 'InvalidScopes [test/BatchJobs] scopes: invalid value []: must name at least one'],
  [
    { scopes: [QuotaScope.priorityClass()] },
    'InvalidScopes [test/BatchJobs] scopes: invalid value []: must name a PriorityClass',
  ],
  [
    { scopes: [QuotaScope.terminating(), QuotaScope.notTerminating()] },
    'InvalidScopes [test/BatchJobs] scopes: invalid value ["Terminating","NotTerminating"]: must not have both Terminating and NotTerminating: no Pod is both',
  ],
  [
    { scopes: [QuotaScope.notBestEffort(), QuotaScope.bestEffort()] },
    'InvalidScopes [test/BatchJobs] scopes: invalid value ["NotBestEffort","BestEffort"]: must not have both BestEffort and NotBestEffort: no Pod is both',
  ],
  [{ amounts: {} }, 'InvalidQuota [test/BatchJobs] amounts: invalid value {}: must bound something'],
  [
    { scopes: [QuotaScope.bestEffort()], amounts: { pods: 1, cpuLimits: Cpu.units(1) } },
    'InvalidQuota [test/BatchJobs] amounts: invalid value "limits.cpu": must be pods alone for those that request nothing',
  ],
  [
    { amounts: { pods: -1 } },
    'InvalidQuota [test/BatchJobs] amounts.pods: invalid value -1: must be a whole number from 0 to 2147483647',
  ],
  [
    { name: 'Batch' },
    'InvalidName [test/BatchJobs] name: invalid value "Batch": must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit',
  ],
])('fails for %j', (props, sentence) => {
  expect(refusalOf(() => quotaOf(props))).toBe(sentence);
});
