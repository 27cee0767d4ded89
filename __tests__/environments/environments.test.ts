import { Size } from 'cdk8s';
import type { EnvironmentValues } from '../../lib/environments/environment';
import { ENVIRONMENTS } from '../../lib/environments/environments';
import { repositoryIn } from '../../lib/kubernetes/container-image';
import type { Cpu } from '../../lib/kubernetes/k8s';
import { labelValueProblem } from '../../lib/kubernetes/labels';
import { nameProblem } from '../../lib/kubernetes/names';
import { compareQuantities, parseQuantity } from '../../lib/kubernetes/quantity';

/** `each('...', (env) => ...)` is a promise of every environment. */
const each = test.each(ENVIRONMENTS.map((env): [string, EnvironmentValues] => [env.name, env]));

const quantity = (value: Cpu | Size) => (value instanceof Size ? value.asString() : value.amount);
const atMost = (less: Cpu | Size, more: Cpu | Size) => compareQuantities(quantity(less), quantity(more)) <= 0;
const sum = (values: readonly (Cpu | Size)[]) =>
  values.reduce((total, value) => total + (parseQuantity(quantity(value)) ?? 0n), 0n);

test('a version travels from dev over test and staging to prod', () => {
  expect(ENVIRONMENTS.map(({ name }) => name)).toEqual(['dev', 'test', 'staging', 'prod']);
});

test.each(['name', 'namespace', 'domain', 'databaseCidr'] as const)('no two environments have the same %s', (field) => {
  const values = ENVIRONMENTS.map((env) => env[field]);
  expect([...new Set(values)]).toEqual(values);
});

each('%s can be a label value, the name of a file, and a namespace', (_, { name, namespace }) => {
  expect(labelValueProblem(name)).toBeUndefined();
  expect(nameProblem('Namespace', name)).toBeUndefined();
  expect(nameProblem('Namespace', namespace)).toBeUndefined();
  expect(name).not.toMatch(/^00-/); // sorts after what governs the cluster
  expect(namespace).not.toMatch(/^(default|kube-.*)$/);
});

each('the domain of %s is one that hosts can be named in', (_, { domain }) => {
  expect(nameProblem('Ingress', domain)).toBeUndefined();
  expect(domain).toContain('.');
});

each('no host of %s can be the domain of another environment', (name, { domain }) => {
  const others = ENVIRONMENTS.filter((env) => env.name !== name).map((env) => env.domain);
  const hosts = ['hello', 'multiroute'].map((service) => `${service}.${domain}`);
  expect(others.filter((other) => hosts.includes(other))).toEqual([]);
});

each('the cluster of %s says its minor version, and the registry is a host', (_, { cluster, registry }) => {
  expect(cluster.kubernetesVersion).toMatch(/^1\.\d+$/);
  expect(repositoryIn('elsewhere', `${registry.host}/app`)).toEqual({ registry: registry.host, repository: 'app' });
});

each('the bounds of replicas in %s are whole, and in order', (_, { replicas: { minReplicas, maxReplicas } }) => {
  expect(Number.isInteger(minReplicas) && Number.isInteger(maxReplicas)).toBe(true);
  expect(minReplicas).toBeGreaterThanOrEqual(1);
  expect(minReplicas).toBeLessThanOrEqual(maxReplicas);
});

each('every size of %s requests something, at most its limit, and fits the largest container', (_, env) => {
  const { maxCpu, maxMemory, size: unstated } = env.containerDefaults;
  for (const size of [...Object.values(env.sizes), unstated]) {
    expect(sum([size.cpuRequest]) > 0n && sum([size.memoryRequest]) > 0n).toBe(true);
    expect(atMost(size.cpuRequest, size.cpuLimit)).toBe(true);
    expect(atMost(size.memoryRequest, size.memoryLimit)).toBe(true);
    expect(atMost(size.cpuLimit, maxCpu)).toBe(true);
    expect(atMost(size.memoryLimit, maxMemory)).toBe(true);
  }
});

each('a medium container of %s is no smaller than a small one', (_, { sizes: { small, medium } }) => {
  for (const part of ['cpuRequest', 'cpuLimit', 'memoryRequest', 'memoryLimit'] as const) {
    expect(atMost(small[part], medium[part])).toBe(true);
  }
});

each('the quota of %s requests at most its limits, and the largest container fits it and a node', (_, env) => {
  const { quota, containerDefaults, cluster } = env;
  expect(atMost(quota.cpuRequests, quota.cpuLimits)).toBe(true);
  expect(atMost(quota.memoryRequests, quota.memoryLimits)).toBe(true);
  expect(Number.isInteger(quota.pods) && quota.pods > 0).toBe(true);
  expect(atMost(containerDefaults.maxCpu, quota.cpuLimits)).toBe(true);
  expect(atMost(containerDefaults.maxMemory, quota.memoryLimits)).toBe(true);
  expect(atMost(containerDefaults.maxCpu, cluster.nodes.cpu)).toBe(true);
  expect(atMost(containerDefaults.maxMemory, cluster.nodes.memory)).toBe(true);
});

each('the nodes of the cluster of %s can give all that the quotas of its environments promise', (_, { cluster }) => {
  const quotas = ENVIRONMENTS.filter((env) => env.cluster.name === cluster.name).map((env) => env.quota);
  const nodes = BigInt(cluster.nodes.count);
  expect(sum(quotas.map((quota) => quota.cpuRequests)) <= nodes * sum([cluster.nodes.cpu])).toBe(true);
  expect(sum(quotas.map((quota) => quota.memoryRequests)) <= nodes * sum([cluster.nodes.memory])).toBe(true);
});

each('%s has config for every service, and no secret in it', (_, { config }) => {
  expect(Object.keys(config).sort()).toEqual(['hello', 'multiroute']);
  const words = Object.values(config).flatMap((data) => Object.entries(data).flat());
  expect(words.filter((word) => /passw|secret|token|\/\/[^/\s]+:[^/\s]+@/i.test(word))).toEqual([]);
});

test('only dev lets secrets be written into dist/', () => {
  const allowing = ENVIRONMENTS.filter(({ literalSecrets }) => literalSecrets === 'allowed');
  expect(allowing.map(({ name }) => name)).toEqual(['dev']);
});

test('all environments have config under the same keys: what is read in one is there in all', () => {
  const keys = ENVIRONMENTS.map(({ config }) =>
    Object.entries(config).map(([name, data]) => [name, Object.keys(data)]),
  );
  expect(new Set(keys.map((kept) => JSON.stringify(kept))).size).toBe(1);
});

test('production can run more Pods than any environment before it', () => {
  const most = ENVIRONMENTS.map(({ replicas }) => replicas.maxReplicas);
  expect(most).toEqual([...most].sort((a, b) => a - b));
});
