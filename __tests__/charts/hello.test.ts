import { App } from 'cdk8s';
import { HelloChart } from '../../lib/charts/hello';
import { dev } from '../../lib/environments/dev';
import type { EnvironmentValues } from '../../lib/environments/environment';
import { prod } from '../../lib/environments/prod';
import type { Release } from '../../lib/environments/releases';
import { withReleases } from '../../lib/environments/with-releases';
import { objectOf, objectsOf, problemsOf } from '../support/chart';
import { gateway, nginx } from '../support/samples';

const canary = { tag: 'v4', repository: 'team/next', weight: 20 };

function helloOf(values: EnvironmentValues, release: Release = { tag: 'v3' }) {
  return new HelloChart(new App(), values.name, withReleases(values, { hello: release }));
}

const via = (values: EnvironmentValues, ingress: EnvironmentValues['cluster']['ingress']): EnvironmentValues => ({
  ...values,
  cluster: { ...values.cluster, ingress },
});

const listOf = (chart: HelloChart) =>
  chart.toJson().map(({ kind, metadata }) => `${kind} ${metadata.name.replace(/-[0-9a-f]{10}$/, '-VERSION')}`);

const each = test.each<[string, EnvironmentValues]>([
  ['dev', dev],
  ['prod', prod],
]);

each('%s by ingress-nginx: config, one version, scaled, reached through the controller', (_, values) => {
  expect(listOf(helloOf(via(values, nginx)))).toEqual([
    'ConfigMap hello-config-VERSION',
    'Deployment hello',
    'Service hello',
    'HorizontalPodAutoscaler hello',
    'PodDisruptionBudget hello',
    'NetworkPolicy hello-access',
    'Ingress hello',
  ]);
});

each('%s by gateway-api: the same with a route', (_, values) => {
  const chart = helloOf(via(values, gateway), { tag: 'v3', canary });
  expect(objectsOf(chart, 'Ingress')).toEqual([]);
  const { hostnames, rules } = objectOf(chart, 'HTTPRoute').spec;
  expect(hostnames).toEqual([`hello.${values.domain}`]);
  expect(rules.at(-1).backendRefs).toMatchObject([
    { name: 'hello', port: 80, weight: 80 },
    { name: 'hello-canary', port: 80, weight: 20 },
  ]);
});

each('%s with a canary: a second version beside the first, and who gets it', (_, values) => {
  expect(listOf(helloOf(via(values, nginx), { tag: 'v3', canary }))).toEqual([
    'ConfigMap hello-config-VERSION',
    ...['Deployment hello', 'Service hello', 'HorizontalPodAutoscaler hello', 'PodDisruptionBudget hello'],
    'NetworkPolicy hello-access',
    ...['Deployment hello-canary', 'Service hello-canary', 'HorizontalPodAutoscaler hello-canary'],
    ...['PodDisruptionBudget hello-canary', 'NetworkPolicy hello-canary-access'],
    'Ingress hello',
    'Ingress hello-canary',
  ]);
});

each('%s: every object is in its namespace, and says its environment and what it is part of', (_, values) => {
  for (const { metadata } of helloOf(values, { tag: 'v3', canary }).toJson()) {
    expect(metadata.namespace).toBe(values.namespace);
    expect(metadata.labels).toMatchObject({ environment: values.name, 'app.kubernetes.io/part-of': 'hello' });
  }
});

each('%s: its constructs find nothing wrong with each other', (_, values) => {
  expect(problemsOf(helloOf(values, { tag: 'v3', canary }))).toEqual([]);
});

each('%s: images are those released, from the registry of the environment', (_, values) => {
  const chart = helloOf(
    { ...values, registry: { host: 'registry.internal', pullSecret: 'shop' } },
    { tag: 'v3', canary },
  );
  const pods = objectsOf(chart, 'Deployment').map(({ spec }) => spec.template.spec);
  expect(pods.map(({ containers }) => containers[0].image)).toEqual([
    'registry.internal/ceyewan/hellok8s:v3',
    'registry.internal/team/next:v4',
  ]);
  expect(pods.map(({ imagePullSecrets }) => imagePullSecrets)).toEqual([[{ name: 'shop' }], [{ name: 'shop' }]]);
});

each('%s: it is scaled within the bounds of the environment, in its small size', (_, values) => {
  const chart = helloOf(values);
  expect(objectOf(chart, 'HorizontalPodAutoscaler').spec).toMatchObject(values.replicas);
  expect(objectOf(chart, 'Deployment').spec.template.spec.containers[0].resources.requests).toMatchObject({
    cpu: values.sizes.small.cpuRequest.amount,
    memory: values.sizes.small.memoryRequest.asString(),
  });
});

each("%s: its config is the environment's, read as variables from the version that is written", (_, values) => {
  const chart = helloOf(values);
  const { metadata, data } = objectOf(chart, 'ConfigMap');
  expect(data).toEqual(values.config.hello);
  expect(objectOf(chart, 'Deployment').spec.template.spec.containers[0].envFrom).toEqual([
    { configMapRef: { name: metadata.name } },
  ]);
});

test('a change of config is another ConfigMap and another template: the Pods are replaced', () => {
  const changed = { ...dev, config: { ...dev.config, hello: { URL: 'http://elsewhere' } } };
  const configOf = (values: EnvironmentValues) => {
    const chart = helloOf(values);
    const [source] = objectOf(chart, 'Deployment').spec.template.spec.containers[0].envFrom;
    return [objectOf(chart, 'ConfigMap').metadata.name, source.configMapRef.name];
  };
  expect(configOf(changed)).not.toEqual(configOf(dev));
  expect(new Set(configOf(changed)).size).toBe(1);
});

test('dev and prod differ in values, not in what there is', () => {
  expect(listOf(helloOf(dev))).toEqual(listOf(helloOf(prod)));
});

test('fails where hello is not released, or has no config', () => {
  expect(() => new HelloChart(new App(), 'dev', withReleases(dev, {}))).toThrow('releases.json has no "hello" for dev');
  expect(() => helloOf({ ...dev, config: {} })).toThrow('environment dev has no config.hello');
});

describe('config that a rollback brought back', () => {
  const config = { URL: 'http://earlier' };
  const read = (chart: HelloChart) =>
    objectsOf(chart, 'Deployment').map(({ spec }) => {
      const { name } = spec.template.spec.containers[0].envFrom[0].configMapRef;
      return objectsOf(chart, 'ConfigMap').find(({ metadata }) => metadata.name === name)?.data.URL;
    });

  test('is read by the version that it belongs to, and the canary beside it reads that of the environment', () => {
    expect(read(helloOf(prod, { tag: 'v2', config, canary }))).toEqual(['http://earlier', prod.config.hello?.URL]);
  });

  test('is read by both where both have it, from one ConfigMap', () => {
    const chart = helloOf(prod, { tag: 'v2', config, canary: { ...canary, config } });
    expect(read(chart)).toEqual(['http://earlier', 'http://earlier']);
    expect(objectsOf(chart, 'ConfigMap')).toHaveLength(1);
  });
});
