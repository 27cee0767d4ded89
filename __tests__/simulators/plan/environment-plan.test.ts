import { plan } from '../../../lib/simulators/plan/plan';
import { NEWEST, objectsOf, web } from './api';

const factsOf = (before: string, after: string) =>
  plan({ before: objectsOf(before), after: objectsOf(after) }, NEWEST).environments;

const object = (apiVersion: string, kind: string, name: string, fields: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop, labels: { environment: test } }\n${fields}\n---\n`;

describe('requests', () => {
  const SIZE = 'image: a:1\nresources: { requests: { cpu: 100m, memory: 64Mi } }';
  const hpa = (most: number) =>
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'web',
      `spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, minReplicas: 2, maxReplicas: ${most} }`,
    );
  const quota = object('v1', 'ResourceQuota', 'quota', 'spec: { hard: { requests.cpu: "1", pods: "20" } }');

  test('are counted at the least, scaled up, and while that is rolled out, and held against the quota', () => {
    const [facts] = factsOf(web(SIZE) + hpa(4) + quota, web(SIZE) + hpa(8) + quota);
    expect(facts?.requests).toEqual([
      {
        ...{ namespace: 'shop', resource: 'cpu', quota: '1', percentOfQuota: 100 },
        before: { least: '200m', most: '400m', rollout: '500m' },
        after: { least: '200m', most: '800m', rollout: '1' },
      },
      {
        ...{ namespace: 'shop', resource: 'memory', quota: undefined, percentOfQuota: undefined },
        before: { least: '128Mi', most: '256Mi', rollout: '320Mi' },
        after: { least: '128Mi', most: '512Mi', rollout: '640Mi' },
      },
      {
        ...{ namespace: 'shop', resource: 'pods', quota: '20', percentOfQuota: 50 },
        before: { least: '2', most: '4', rollout: '5' },
        after: { least: '2', most: '8', rollout: '10' },
      },
    ]);
  });

  test.each`
    container                                             | cpu       | because
    ${'image: a:1\nresources: { limits: { cpu: 300m } }'} | ${'300m'} | ${'limits stand for requests'}
    ${'image: a:1'}                                       | ${'50m'}  | ${'the namespace says what a container gets'}
  `('of a container are what it comes to: $because', ({ container, cpu }) => {
    const range = object(
      'v1',
      'LimitRange',
      'limits',
      'spec: { limits: [{ type: Container, defaultRequest: { cpu: 50m } }] }',
    );
    const [facts] = factsOf(range, range + web(container));
    expect(facts?.requests.find(({ resource }) => resource === 'cpu')?.after.least).toBe(cpu);
  });

  test('of a DaemonSet are those of every node, of a CronJob those of one Job at the most', () => {
    const pod = 'template: { spec: { containers: [{ name: c, image: x:1, resources: { requests: { cpu: 100m } } }] } }';
    const [facts] = factsOf(
      '',
      object('apps/v1', 'DaemonSet', 'agent', `spec: { ${pod} }`) +
        object(
          'batch/v1',
          'CronJob',
          'nightly',
          `spec: { schedule: "1 1 * * *", jobTemplate: { spec: { parallelism: 2, ${pod} } } }`,
        ),
    );
    expect(facts?.requests[0]?.after).toEqual({ least: '300m', most: '500m', rollout: '500m' });
  });
});

describe('access', () => {
  const role = (verbs: string) =>
    object(
      'rbac.authorization.k8s.io/v1',
      'Role',
      'reader',
      `rules: [{ apiGroups: [""], resources: [pods, services], verbs: [${verbs}] }]`,
    );
  const grant = (kind: string, name: string) =>
    object(
      'rbac.authorization.k8s.io/v1',
      'RoleBinding',
      'reader',
      `roleRef: { kind: ${kind}, name: ${name} }\nsubjects: [{ kind: Group, name: shop-developers }]`,
    );
  const sentences = (before: string, after: string) =>
    factsOf(before, after).flatMap(({ access }) => access.map(({ effect, sentence }) => `${effect}: ${sentence}`));

  test('is told in sentences: who may now do what, and where', () => {
    expect(
      sentences(role('get') + grant('Role', 'reader'), role('get, list, watch') + grant('Role', 'reader')),
    ).toEqual(['granted: Group shop-developers may now list, watch pods, services in shop']);
    expect(sentences(role('get, delete') + grant('Role', 'reader'), role('get') + grant('Role', 'reader'))).toEqual([
      'taken: Group shop-developers may no longer delete pods, services in shop',
    ]);
  });

  test('that is in what somebody has already is nothing new', () => {
    expect(sentences(role('"*"') + grant('Role', 'reader'), role('"*", get') + grant('Role', 'reader'))).toEqual([]);
  });

  test('by a role of the cluster itself is told by its name', () => {
    expect(sentences('', grant('ClusterRole', 'view'))).toEqual([
      'granted: Group shop-developers may now do what the ClusterRole view of the cluster allows in shop',
    ]);
  });
});

describe('network', () => {
  const policy = (fields: string) =>
    object(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      'web',
      `spec: { podSelector: { matchLabels: { app: web } }, policyTypes: [Ingress], ${fields} }`,
    );
  const from = (namespace: string) =>
    policy(
      `ingress: [{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${namespace} } } }], ports: [{ port: 80 }] }]`,
    );
  const paths = (before: string, after: string) =>
    factsOf(before, after).flatMap(({ network }) => network.map(({ effect, path }) => `${effect}: ${path}`));

  test('paths open and close by what policies together let through', () => {
    expect(paths(web() + from('a'), web() + from('b'))).toEqual([
      'opened: Deployment/shop/web may now be reached from all Pods of namespace b on 80/TCP',
      'closed: Deployment/shop/web may no longer be reached from all Pods of namespace a on 80/TCP',
    ]);
  });

  test('the first policy closes all that it does not name, the last one opens everything', () => {
    expect(paths(web(), web() + from('a'))).toEqual([
      'closed: Deployment/shop/web may no longer be reached from anywhere but all Pods of namespace a on 80/TCP',
    ]);
    expect(paths(web() + from('a'), web())).toEqual(['opened: Deployment/shop/web may now be reached from anywhere']);
  });

  test('a policy for every Pod counts, whether it says so or leaves it out', () => {
    const all = object('networking.k8s.io/v1', 'NetworkPolicy', 'deny', 'spec: { podSelector: {} }');
    expect(paths(web(), web() + all)).toEqual(['closed: Deployment/shop/web may no longer be reached from anywhere']);
  });

  test('hosts and ports outside the cluster appear and vanish', () => {
    const ingress = (host: string) =>
      object(
        'networking.k8s.io/v1',
        'Ingress',
        'web',
        `spec: { rules: [{ host: ${host}, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web } } }] } }] }`,
      );
    const service = (type: string) => object('v1', 'Service', 'web', `spec: { type: ${type}, ports: [{ port: 80 }] }`);
    expect(paths(ingress('a.com') + service('ClusterIP'), ingress('b.com') + service('NodePort'))).toEqual([
      'opened: host b.com/ is answered for now',
      'opened: port 80 of Service/shop/web outside the cluster (NodePort) is answered for now',
      'closed: host a.com/ is no longer answered for',
    ]);
  });
});
