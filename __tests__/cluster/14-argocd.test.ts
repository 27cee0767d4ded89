import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupOf } from '../../lib/kubernetes/identity';
import { BINDING_GROUPS, bindingExamples } from '../support/binding-examples';
import { FreshClone, noClone } from '../support/fresh-clone';
import { refresh, standings, syncByHand, synced, watchStandings } from './argo-cd';
import { describeCluster, eventually, kubectl, mustKubectl, noCluster, objects } from './cluster';

const repositories = process.env.ARGOCD_REPOSITORIES;
const reason =
  noCluster ??
  noClone ??
  (repositories ? undefined : 'ARGOCD_REPOSITORIES names no folder that an Argo CD reads by file://');

const BY_ITSELF = ['cluster', 'dev', 'test', 'staging'];
const ALL = [...BY_ITSELF, 'prod'];
const KINDS = 'networkpolicies,poddisruptionbudgets,configmaps,services,deployments,horizontalpodautoscalers,ingresses';

/** What is there of an environment: `ConfigMap hello-config-1a2b3c`. */
function inventory(namespace: string): string[] {
  return objects(KINDS, '-n', namespace, '-l', 'environment')
    .map(({ kind, metadata }) => `${kind} ${metadata.name}`)
    .sort();
}

const added = (before: readonly string[], after: readonly string[]) => after.filter((one) => !before.includes(one));
const deployment = (namespace: string, name: string) =>
  objects('deployments', '-n', namespace, `--field-selector=metadata.name=${name}`)[0];
const imageOf = (namespace: string, name: string): string =>
  deployment(namespace, name)?.spec.template.spec.containers[0].image;

/** Says what every running Pod uses: without it there are no metrics, and Argo CD calls no autoscaler healthy. */
function load(cpu: string, ...where: string[]): void {
  const usage = [`lab/cpu-usage=${cpu}`, 'lab/memory-usage=32Mi'];
  kubectl(['annotate', 'pods', ...where, '--overwrite', ...usage]);
}

/** Writes an address to every Ingress, as a controller does behind whose load balancer there is one. */
function answerIngresses(): void {
  const status = JSON.stringify({ status: { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } } });
  for (const { metadata } of objects('ingresses', '-A', '-l', 'environment'))
    mustKubectl(
      '-n',
      metadata.namespace,
      'patch',
      'ingress',
      metadata.name,
      '--subresource=status',
      '--type=merge',
      '-p',
      status,
    );
}

describeCluster(
  'dist/argocd/ with a real Argo CD',
  () => {
    let clone: FreshClone;
    const head = () => clone.must('git', 'rev-parse', 'HEAD').trim();
    const standing = () =>
      Object.fromEntries([...standings()].map(([name, { sync, health }]) => [name, `${sync} ${health}`]));
    const everywhere = (text: string, names: readonly string[] = ALL) =>
      Object.fromEntries(names.map((name) => [name, text]));

    beforeAll(() => {
      clone = new FreshClone(repositories);
      clone.edit('lib/environments/argo-cd.ts', 'https://git.example.com/team/services.git', `file://${clone.origin}`);
      clone.deliver('Deploy from here');
      mustKubectl('apply', '-f', `${clone.folder}/dist/argocd/`);
    });
    afterAll(() => clone?.remove());

    test('deploys every environment by itself, in whatever order, but prod', async () => {
      const all = await synced(BY_ITSELF, head());
      expect(Object.fromEntries([...all].map(([name, { sync }]) => [name, sync]))).toEqual({
        ...everywhere('Synced', BY_ITSELF),
        prod: 'OutOfSync',
      });
      expect(inventory('prod')).toEqual(['NetworkPolicy default-deny']); // of the cluster's own, with the namespace
    });

    test('deploys prod as soon as somebody says so', async () => {
      syncByHand('prod');
      const all = await synced(ALL, head());
      expect([...all.values()].map(({ sync }) => sync)).toEqual(ALL.map(() => 'Synced'));
      expect(inventory('prod').length).toBeGreaterThan(15);
    });

    test('finds everything healthy but Ingresses that no load balancer answers for, and these with an address', async () => {
      const calm = () => {
        load('20m', '-A', '-l', 'environment');
        return standing();
      };
      const others = { ...everywhere('Synced Progressing'), cluster: 'Synced Healthy' };
      expect(await eventually(calm, (now) => JSON.stringify(now) === JSON.stringify(others), 60)).toEqual(others);
      answerIngresses();
      const healthy = (now: object) => Object.values(now).every((text) => text === 'Synced Healthy');
      expect(await eventually(calm, healthy, 120)).toEqual(everywhere('Synced Healthy'));
    });

    test('is never out of sync while an autoscaler scales', async () => {
      const stop = watchStandings();
      const replicas = () => {
        load('180m', '-n', 'dev', '-l', 'app.kubernetes.io/instance=hello');
        return deployment('dev', 'hello').status.replicas;
      };
      expect(await eventually(replicas, (count) => count === 2, 60)).toBe(2);
      const compared = () =>
        objects('applications', '-n', 'argocd', '--field-selector=metadata.name=dev')[0].status.reconciledAt;
      const scaled = compared();
      await eventually(compared, (time) => time !== scaled, 60);
      expect(new Set(stop().get('dev'))).toEqual(new Set(['Synced']));
    });

    test('puts right what is changed and deleted by hand', async () => {
      const image = imageOf('test', 'hello');
      mustKubectl('-n', 'test', 'set', 'image', 'deployment/hello', 'hello=registry.example.com/by-hand:v1');
      mustKubectl('-n', 'test', 'delete', 'service', 'multiroute');
      const isHealed = () => imageOf('test', 'hello') === image && inventory('test').includes('Service multiroute');
      expect(await eventually(isHealed, Boolean, 120)).toBe(true);
      expect((await synced(ALL, head())).get('test')?.sync).toBe('Synced');
    });

    test('brings a changed config to the Pods that read it, and keeps the old one for a rollback', async () => {
      const [dev, others] = [inventory('dev'), ['test', 'staging', 'prod'].map(inventory)];
      const generation = (name: string) => deployment('dev', name).metadata.generation;
      const [hello, multiroute] = ['hello', 'multiroute'].map(generation);
      clone.edit('lib/environments/dev.ts', 'log.level=debug', 'log.level=trace');
      clone.deliver('Log more in dev');
      expect((await synced(ALL, head())).get('dev')?.sync).toBe('Synced');
      const [now] = [inventory('dev')];
      expect(added(dev, now)).toEqual([expect.stringMatching(/^ConfigMap multiroute-config-/)]);
      expect(added(now, dev)).toEqual([]);
      expect(generation('multiroute')).toBe(multiroute + 1);
      expect(generation('hello')).toBe(hello);
      expect(['test', 'staging', 'prod'].map(inventory)).toEqual(others);
    });

    test('brings another image, and changes nothing else', async () => {
      const before = inventory('test');
      clone.edit(
        'lib/environments/releases.json',
        '"test": {\n    "hello": { "repository": "ceyewan/yingxi-docker", "tag": "hellok8s-v4" }',
        '"test": {\n    "hello": { "repository": "ceyewan/yingxi-docker", "tag": "hellok8s-v5" }',
      );
      clone.deliver('Release hello to test');
      expect((await synced(ALL, head())).get('test')?.sync).toBe('Synced');
      expect(imageOf('test', 'hello')).toMatch(/:hellok8s-v5$/);
      expect(imageOf('dev', 'hello')).toMatch(/:hellok8s-v4$/);
      expect(inventory('test')).toEqual(before);
    });

    test('prunes exactly what a removed chart had, but its configs, also once its project allows less', async () => {
      const before = inventory('dev');
      clone.edit('lib/environments/releases.json', ',\n    "multiroute": { "tag": "v1" }', '');
      clone.deliver('Take multiroute out of dev');
      expect((await synced(ALL, head())).get('dev')?.sync).toBe('Synced');
      const pruned = added(inventory('dev'), before);
      expect(pruned).toEqual([
        'Deployment multiroute',
        'Ingress multiroute',
        'NetworkPolicy multiroute-access',
        'PodDisruptionBudget multiroute',
        'Service multiroute',
      ]);
      expect(inventory('dev').filter((one) => one.startsWith('ConfigMap multiroute-config-'))).toHaveLength(2);
      mustKubectl('apply', '-f', `${clone.folder}/dist/argocd/`);
      expect((await synced(ALL, head())).get('dev')?.sync).toBe('Synced');
    });

    test('keeps custom resources in sync, whatever their definitions fill in', async () => {
      const examples = BINDING_GROUPS.filter((group) => !group.startsWith('argoproj.io')).flatMap(bindingExamples);
      const served = new Set(
        objects('customresourcedefinitions').map(({ spec }) => `${spec.group} ${spec.names.kind}`),
      );
      const custom = examples.filter(({ apiVersion, kind }) => served.has(`${groupOf(apiVersion)} ${kind}`));
      mkdirSync(join(clone.folder, 'custom'));
      const text = custom.map((object) => JSON.stringify(object)).join('\n---\n');
      writeFileSync(join(clone.folder, 'custom/all.yaml'), text);
      clone.deliver('Custom resources');
      const [{ apiVersion, kind, spec }] = objects(
        'applications',
        '-n',
        'argocd',
        '--field-selector=metadata.name=dev',
      );
      const { directory: _, ...source } = spec.source;
      const application = {
        apiVersion,
        kind,
        metadata: { name: 'custom', namespace: 'argocd' },
        spec: {
          ...spec,
          project: 'default',
          source: { ...source, path: 'custom' },
          destination: { ...spec.destination, namespace: 'default' },
        },
      };
      kubectl(['apply', '-f', '-'], JSON.stringify(application));
      expect((await synced(['custom'], head())).get('custom')?.sync).toBe('Synced');
      const compared = () =>
        objects('applications', '-n', 'argocd', '--field-selector=metadata.name=custom')[0].status.reconciledAt;
      const before = compared();
      refresh('hard');
      expect(await eventually(compared, (time) => time !== before, 60)).not.toBe(before);
      expect(standings().get('custom')?.sync).toBe('Synced');
      process.stdout.write(
        `${custom.length} custom resources of ${new Set(custom.map(({ kind }) => kind)).size} kinds\n`,
      );
      expect(custom.length).toBeGreaterThan(20);
      mustKubectl('-n', 'argocd', 'delete', 'application', 'custom');
    });

    test('deletes no namespace before somebody has agreed', async () => {
      clone.edit('lib/environments/environments.ts', '[dev, test, staging, prod]', '[dev, staging, prod]');
      clone.edit('lib/environments/environments.ts', "import { test } from './test';\n", '');
      const { test: _, ...releases } = JSON.parse(clone.read('lib/environments/releases.json'));
      clone.edit(
        'lib/environments/releases.json',
        clone.read('lib/environments/releases.json'),
        `${JSON.stringify(releases, null, 2)}\n`,
      );
      clone.deliver('Give up test');
      refresh();
      const message = () => {
        const [app] = objects('applications', '-n', 'argocd', '--field-selector=metadata.name=cluster');
        return `${app.status.operationState?.phase}: ${app.status.operationState?.message}`;
      };
      expect(await eventually(message, (text) => /confirm/.test(text), 60)).toMatch(
        /^Running: .*confirm.*Namespace\/test/,
      );
      expect(inventory('test').length).toBeGreaterThan(5);
    });
  },
  reason,
);
