import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Chart } from 'cdk8s';
import { HelloChart } from '../../lib/charts/hello';
import { MultirouteChart } from '../../lib/charts/multiroute';
import { Probe } from '../../lib/constructs/container/probe';
import { BlueGreenService } from '../../lib/constructs/service/blue-green-service';
import type { EnvironmentValues } from '../../lib/environments/environment';
import { ENVIRONMENTS } from '../../lib/environments/environments';
import { withReleases } from '../../lib/environments/with-releases';
import { resolvePercentOrCount } from '../../lib/kubernetes/percent-or-count';
import { parseQuantity } from '../../lib/kubernetes/quantity';
import { objectsOf, testChart } from '../support/chart';

const CHARTS = [HelloChart, MultirouteChart];
const releases = JSON.parse(readFileSync(join(__dirname, '../../lib/environments/releases.json'), 'utf8'));

function chartsOf(values: EnvironmentValues, released: Parameters<typeof withReleases>[1]): Chart[] {
  const app = new App();
  return CHARTS.map((ChartClass) => new ChartClass(app, ChartClass.name, withReleases(values, released)));
}

/** Most Pods that a Deployment has at once: what its autoscaler may ask for, or its own count, and what a rollout adds. */
function mostPods(chart: Chart, deployment: ReturnType<typeof objectsOf>[number]): number {
  const hpa = objectsOf(chart, 'HorizontalPodAutoscaler').find(
    ({ spec }) => spec.scaleTargetRef.name === deployment.metadata.name,
  );
  const replicas: number = hpa?.spec.maxReplicas ?? deployment.spec.replicas;
  return replicas + resolvePercentOrCount(deployment.spec.strategy.rollingUpdate.maxSurge, replicas, 'up');
}

/** What all Pods of an environment ask of its quota, everything scaled up and rolled out at once, by the quota's names. */
function mostUsed(charts: readonly Chart[]): Record<string, bigint> {
  const used: Record<string, bigint> = { pods: 0n };
  for (const chart of charts) {
    for (const deployment of objectsOf(chart, 'Deployment')) {
      const pods = BigInt(mostPods(chart, deployment));
      used.pods = (used.pods ?? 0n) + pods;
      for (const { resources } of deployment.spec.template.spec.containers) {
        for (const [bound, amounts] of Object.entries<Record<string, string>>(resources)) {
          for (const [resource, amount] of Object.entries(amounts)) {
            const name = `${bound}.${resource}`;
            used[name] = (used[name] ?? 0n) + pods * (parseQuantity(amount) ?? 0n);
          }
        }
      }
    }
  }
  return used;
}

function quotaOf({ quota }: EnvironmentValues): Record<string, bigint> {
  return {
    pods: BigInt(quota.pods),
    'requests.cpu': parseQuantity(quota.cpuRequests.amount) ?? 0n,
    'limits.cpu': parseQuantity(quota.cpuLimits.amount) ?? 0n,
    'requests.memory': parseQuantity(quota.memoryRequests.asString()) ?? 0n,
    'limits.memory': parseQuantity(quota.memoryLimits.asString()) ?? 0n,
  };
}

function overQuota(values: EnvironmentValues, charts: readonly Chart[]): string[] {
  const quota = quotaOf(values);
  const used = mostUsed(charts);
  expect(Object.keys(used)).toEqual(expect.arrayContaining(Object.keys(quota))); // what a quota names, each Pod states
  return Object.keys(quota).filter((name) => (used[name] ?? 0n) > (quota[name] ?? 0n));
}

const each = test.each(ENVIRONMENTS.map((env): [string, EnvironmentValues] => [env.name, env]));

each('all that %s runs fits its quota, scaled up to the most while every release is rolled out', (name, values) => {
  expect(overQuota(values, chartsOf(values, releases[name]))).toEqual([]);
});

each('%s has room for a canary of hello beside the stable version, each scaled up to the most', (name, values) => {
  const hello = { tag: 'v1', canary: { tag: 'v2', weight: 100 } };
  expect(overQuota(values, chartsOf(values, { ...releases[name], hello }))).toEqual([]);
});

each('%s has room for both colours of a service in place of hello, each scaled up to the most', (name, values) => {
  const chart = testChart();
  const image = { reference: 'team/shop:v1', pullPolicy: 'IfNotPresent' } as const;
  const probes = { readiness: Probe.http('/'), liveness: Probe.http('/healthz') };
  const both = { live: 'blue', releasing: 'green', blue: { image }, green: { image } } as const;
  new BlueGreenService(chart, 'Shop', {
    ...both,
    ...probes,
    port: 3000,
    size: values.sizes.small,
    scaling: values.replicas,
  });
  const [, others] = chartsOf(values, releases[name]);
  expect(overQuota(values, others ? [others, chart] : [])).toEqual([]);
});

test('the proof can fail: with a quarter of the quota production does not fit', () => {
  const [prod] = ENVIRONMENTS.filter(({ name }) => name === 'prod');
  if (!prod) throw new Error('no prod');
  const charts = chartsOf(prod, releases.prod);
  expect(overQuota({ ...prod, quota: { ...prod.quota, pods: 15 } }, charts)).toEqual(['pods']);
});
