import { App, Chart } from 'cdk8s';
import { MultirouteChart } from '../../lib/charts/multiroute';
import { DefaultDeny } from '../../lib/constructs/network/default-deny';
import { dev } from '../../lib/environments/dev';
import type { EnvironmentValues } from '../../lib/environments/environment';
import { prod } from '../../lib/environments/prod';
import { withReleases } from '../../lib/environments/with-releases';
import { objectOf, objectsOf, problemsOf } from '../support/chart';
import { gateway, nginx } from '../support/samples';

function multirouteOf(values: EnvironmentValues, ingress: EnvironmentValues['cluster']['ingress'] = nginx) {
  const env = { ...values, cluster: { ...values.cluster, ingress } };
  const app = new App();
  new DefaultDeny(new Chart(app, 'cluster'), 'Network', values);
  return new MultirouteChart(app, values.name, withReleases(env, { multiroute: { tag: 'v7' } }));
}

const podOf = (chart: MultirouteChart) => objectOf(chart, 'Deployment').spec.template.spec;

const each = test.each<[string, EnvironmentValues]>([
  ['dev', dev],
  ['prod', prod],
]);

each('%s by ingress-nginx: config, Pods, their address, and who may reach whom', (_, values) => {
  const chart = multirouteOf(values);
  expect(
    chart.toJson().map(({ kind, metadata }) => `${kind} ${metadata.name.replace(/-[0-9a-f]{10}$/, '-VERSION')}`),
  ).toEqual([
    'ConfigMap multiroute-config-VERSION',
    'Deployment multiroute',
    'Service multiroute',
    'PodDisruptionBudget multiroute',
    'Ingress multiroute',
    'NetworkPolicy multiroute-access',
  ]);
  expect(problemsOf(chart)).toEqual([]);
});

each('%s: two routes of one host are its Service, by ingress-nginx', (_, values) => {
  const [rule, ...others] = objectOf(multirouteOf(values), 'Ingress').spec.rules;
  const backend = { service: { name: 'multiroute', port: { number: 80 } } };
  expect(others).toEqual([]);
  expect(rule.host).toBe(`multiroute.${values.domain}`);
  expect(rule.http.paths).toEqual([
    { path: '/route1', pathType: 'Prefix', backend },
    { path: '/route2', pathType: 'Prefix', backend },
  ]);
});

each('%s: two routes of one host are its Service, by gateway-api', (_, values) => {
  const chart = multirouteOf(values, gateway);
  expect(objectsOf(chart, 'Ingress')).toEqual([]);
  const { hostnames, rules } = objectOf(chart, 'HTTPRoute').spec;
  expect(hostnames).toEqual([`multiroute.${values.domain}`]);
  expect(rules).toMatchObject([
    {
      matches: [{ path: { type: 'PathPrefix', value: '/route1' } }, { path: { type: 'PathPrefix', value: '/route2' } }],
      backendRefs: [{ name: 'multiroute', port: 80 }],
    },
  ]);
});

each('%s: the controller may reach it, and it may reach the database of the environment alone', (_, values) => {
  const { podSelector, policyTypes, ingress, egress } = objectOf(multirouteOf(values), 'NetworkPolicy').spec;
  expect(podSelector.matchLabels).toEqual(objectOf(multirouteOf(values), 'Deployment').spec.selector.matchLabels);
  expect(policyTypes).toEqual(['Ingress', 'Egress']);
  expect(ingress.map(({ from }: { from: unknown[] }) => from)).toEqual([
    [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge-system' } } }],
  ]);
  expect(egress).toEqual([
    { to: [{ ipBlock: { cidr: values.databaseCidr } }], ports: [{ port: 3306, protocol: 'TCP' }] },
  ]);
});

each('%s: the password is referred to, and is nowhere in what is written', (_, values) => {
  const chart = multirouteOf(values);
  const secretKeyRef = { name: 'multiroute-database', key: 'password' };
  expect(podOf(chart).containers[0].env).toEqual([{ name: 'DATABASE_PASSWORD', valueFrom: { secretKeyRef } }]);
  expect(objectsOf(chart, 'Secret')).toEqual([]);
});

each("%s: its config is the environment's, read as files from the version that is written", (_, values) => {
  const chart = multirouteOf(values);
  const { metadata, data } = objectOf(chart, 'ConfigMap');
  expect(data).toEqual(values.config.multiroute);
  const [volume] = podOf(chart).volumes.filter(({ configMap }: { configMap?: unknown }) => configMap);
  expect(volume.configMap.name).toBe(metadata.name);
  expect(podOf(chart).containers[0].volumeMounts).toContainEqual({
    name: volume.name,
    mountPath: '/etc/multiroute',
    readOnly: true,
  });
});

each('%s: the image is from its own registry, which the secret of the environment is not for', (_, values) => {
  const pod = podOf(multirouteOf({ ...values, registry: { host: 'registry.internal', pullSecret: 'shop' } }));
  expect(pod.containers[0].image).toBe('docker.io/leigg/go_multiroute:v7');
  expect(pod).not.toHaveProperty('imagePullSecrets');
});

each('%s: two Pods of the medium size, ready when a route answers, alive while the port is open', (_, values) => {
  const chart = multirouteOf(values);
  const [container] = podOf(chart).containers;
  expect(objectOf(chart, 'Deployment').spec.replicas).toBe(2);
  expect(container.ports).toMatchObject([{ containerPort: 3000 }]);
  expect(container.readinessProbe.httpGet).toMatchObject({ path: '/route1', port: 'http' });
  expect(container.livenessProbe.tcpSocket).toEqual({ port: 'http' });
  expect(container.resources.limits).toMatchObject({
    cpu: values.sizes.medium.cpuLimit.amount,
    memory: values.sizes.medium.memoryLimit.asString(),
  });
});

each('%s: every object is in its namespace, and says its environment and what it is part of', (_, values) => {
  for (const { metadata } of multirouteOf(values).toJson()) {
    expect(metadata.namespace).toBe(values.namespace);
    expect(metadata.labels).toMatchObject({ environment: values.name, 'app.kubernetes.io/part-of': 'multiroute' });
  }
});
