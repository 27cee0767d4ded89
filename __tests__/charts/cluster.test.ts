import { App } from 'cdk8s';
import { ClusterChart } from '../../lib/charts/cluster';
import { dev } from '../../lib/environments/dev';
import { prod } from '../../lib/environments/prod';
import { objectsOf } from '../support/chart';

const clusterOf = (...environments: ConstructorParameters<typeof ClusterChart>[2]) =>
  new ClusterChart(new App(), 'cluster', environments);

test('each environment has a namespace, and what governs it', () => {
  const chart = clusterOf(dev, prod);
  const inNamespace = (kind: string) =>
    objectsOf(chart, kind).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  expect(objectsOf(chart, 'Namespace').map(({ metadata }) => metadata.name)).toEqual(['dev', 'prod']);
  expect(inNamespace('ResourceQuota')).toEqual(['dev/quota', 'prod/quota']);
  expect(inNamespace('LimitRange')).toEqual(['dev/limits', 'prod/limits']);
  expect(inNamespace('NetworkPolicy')).toEqual(['dev/default-deny', 'prod/default-deny']);
  expect(chart.toJson()).toHaveLength(8);
});

test('every object says which environment it is for, so that one environment can be applied alone', () => {
  const [first, second] = [dev, prod].map((values) => ({ ...values, namespace: `ns-of-${values.name}` }));
  if (!first || !second) throw new Error('two environments');
  const said = clusterOf(first, second)
    .toJson()
    .map(({ metadata }) => metadata.labels.environment);
  expect(said).toEqual([...Array(4).fill('dev'), ...Array(4).fill('prod')]);
});

test('a namespace is in no namespace, and is not named after its environment', () => {
  const [namespace] = objectsOf(clusterOf({ ...dev, namespace: 'team-a-dev' }), 'Namespace');
  expect(namespace.metadata).not.toHaveProperty('namespace');
  expect(namespace.metadata.name).toBe('team-a-dev');
});

test('quota, sizes and the version of Pod Security are those of the environment and its cluster', () => {
  const values = {
    ...prod,
    cluster: { ...prod.cluster, kubernetesVersion: '1.33' },
    quota: { ...prod.quota, pods: 77 },
  };
  const chart = clusterOf(values);
  expect(objectsOf(chart, 'ResourceQuota')[0].spec.hard).toMatchObject({
    pods: '77',
    'requests.cpu': prod.quota.cpuRequests.amount,
    'limits.memory': prod.quota.memoryLimits.asString(),
  });
  expect(objectsOf(chart, 'LimitRange')[0].spec.limits[0].max).toEqual({
    cpu: prod.containerDefaults.maxCpu.amount,
    memory: prod.containerDefaults.maxMemory.asString(),
  });
  expect(objectsOf(chart, 'Namespace')[0].metadata.labels['pod-security.kubernetes.io/enforce-version']).toBe('v1.33');
});

test('a cluster without environments has nothing to govern', () => {
  expect(clusterOf().toJson()).toEqual([]);
});
