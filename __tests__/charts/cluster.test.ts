import { App } from 'cdk8s';
import { ClusterChart } from '../../lib/charts/cluster';
import { dev } from '../../lib/environments/dev';
import type { EnvironmentPolicies } from '../../lib/environments/environment-policies';
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
  expect(chart.toJson()).toHaveLength(8 + 2 * objectsOf(chart, 'ValidatingAdmissionPolicy').length);
});

test('every object says which environment it is for, so that one environment can be applied alone', () => {
  const [first, second] = [dev, prod].map((values) => ({ ...values, namespace: `ns-of-${values.name}` }));
  if (!first || !second) throw new Error('two environments');
  const said = clusterOf(first, second)
    .toJson()
    .map(({ metadata }) => metadata.labels.environment);
  expect(said.lastIndexOf('dev')).toBe(said.indexOf('prod') - 1);
  expect(new Set(said)).toEqual(new Set(['dev', 'prod']));
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

/** Policies of a chart: name and what the API server does. */
function actionsOf(...environments: ConstructorParameters<typeof ClusterChart>[2]) {
  const bindings = objectsOf(clusterOf(...environments), 'ValidatingAdmissionPolicyBinding');
  return bindings.map(({ metadata, spec }) => [metadata.name, spec.validationActions.join()]);
}

/** Rules that the policies of an environment hold, by what their names end with. */
function rulesOf(policies: EnvironmentPolicies, enforcement: 'deny' | 'warn'): string[] {
  return objectsOf(clusterOf({ ...prod, policies }), 'ValidatingAdmissionPolicy')
    .filter(({ metadata }) => metadata.name.endsWith(`.${enforcement}`))
    .flatMap(({ spec }) => spec.validations.map(({ expression }: { expression: string }) => expression.split("'")[1]));
}

test('what an environment holds to is refused or warned of, by its own values, and named so', () => {
  const actions = actionsOf(dev, prod);
  expect(actions).toEqual(
    expect.arrayContaining([
      ['dev.pods.warn', 'Warn,Audit'],
      ['prod.pods.deny', 'Deny'],
      ['prod.pods.warn', 'Warn,Audit'],
    ]),
  );
  expect(actions.filter(([name]) => name?.startsWith('dev.')).every(([, action]) => action === 'Warn,Audit')).toBe(
    true,
  );
});

test('each policy is bound in the namespace of its environment, and nowhere else', () => {
  const chart = clusterOf({ ...dev, namespace: 'team-a-dev' }, prod);
  const policies = objectsOf(chart, 'ValidatingAdmissionPolicy').map(({ metadata }) => metadata.name);
  const bindings = objectsOf(chart, 'ValidatingAdmissionPolicyBinding');
  expect(bindings.map(({ spec }) => spec.policyName)).toEqual(policies);
  for (const { metadata, spec } of bindings) {
    const { matchLabels } = spec.matchResources.namespaceSelector;
    expect(matchLabels['kubernetes.io/metadata.name']).toBe(metadata.name.startsWith('dev.') ? 'team-a-dev' : 'prod');
  }
});

test.each`
  level           | failOn       | enforcement | denied                                                   | warned                                                 | neither
  ${'baseline'}   | ${'error'}   | ${'deny'}   | ${['privileged-container']}                              | ${['host-path']}                                       | ${['latest-tag', 'image-digest', 'cron-job-starting-deadline']}
  ${'production'} | ${'error'}   | ${'deny'}   | ${['privileged-container', 'env-var-secret']}            | ${['host-path', 'latest-tag']}                         | ${['image-digest', 'cron-job-starting-deadline']}
  ${'production'} | ${'warning'} | ${'deny'}   | ${['privileged-container', 'host-path', 'latest-tag']}   | ${[]}                                                  | ${['image-digest', 'cron-job-starting-deadline']}
  ${'strict'}     | ${'info'}    | ${'deny'}   | ${['privileged-container', 'host-path', 'image-digest']} | ${[]}                                                  | ${['strict-schema']}
  ${'production'} | ${'error'}   | ${'warn'}   | ${[]}                                                    | ${['privileged-container', 'host-path', 'latest-tag']} | ${['image-digest', 'cron-job-starting-deadline']}
`('$level, $failOn, $enforcement: denies $denied, warns of $warned', ({ denied, warned, neither, ...policies }) => {
  const [deny, warn] = [rulesOf(policies, 'deny'), rulesOf(policies, 'warn')];
  expect(deny).toEqual(expect.arrayContaining(denied));
  expect(warn).toEqual(expect.arrayContaining(warned));
  expect([...deny, ...warn].filter((rule) => neither.includes(rule))).toEqual([]);
  expect(denied.length === 0 ? deny : warned.length === 0 ? warn : []).toEqual([]);
});

test('parameters are those of the environment', () => {
  const { policies } = prod;
  const chart = clusterOf(
    { ...prod, policies: { ...policies, parameters: { allowedSysctls: ['kernel.shmmax'] } } },
    dev,
  );
  const sysctls = objectsOf(chart, 'ValidatingAdmissionPolicy').flatMap(({ metadata, spec }) =>
    spec.variables
      .filter(({ name }: { name: string }) => name === 'allowedSysctls')
      .map(({ expression }: { expression: string }) => [metadata.name, expression]),
  );
  expect(Object.fromEntries(sysctls)).toEqual({
    'prod.pods.deny': "['kernel.shmmax']",
    'dev.pods.warn': expect.stringContaining("'net.ipv4.tcp_syncookies'"),
  });
});
