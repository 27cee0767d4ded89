import { ProjectCopy } from '../support/project-copy';
import { runAside } from '../support/run-aside';
import { describeCluster, eventually, kubectl } from './cluster';
import { RequestStream, type StreamResult } from './request-stream';
import { SimulatedPods } from './simulated-pods';
import { noTraffic } from './traffic';

/** Environment that all of it happens in: two Pods at least, six at most. */
const ENV = 'staging';

/** Services beside hello: one in colours, one that cannot run twice, and one that does not wait before it ends. */
const CHART = `
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Probe } from '../constructs/container/probe';
import { override } from '../constructs/override';
import { BlueGreenService } from '../constructs/service/blue-green-service';
import { ServiceVersion } from '../constructs/service/service-version';
import { ServiceIngress } from '../constructs/traffic/service-ingress';
import { Rollout } from '../constructs/workload/rollout';
import { ingressPeers } from '../constructs/network/ingress-peers';
import type { Environment } from '../environments/environment';
import { partOf } from '../kubernetes/labels';

export class ShopChart extends Chart {
  static readonly services = ['shop', 'once', 'careless'];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: env.namespace, labels: partOf('shop', env.name) });
    const via = env.cluster.ingress;
    const shared = { size: env.sizes.small, port: 3000, readiness: Probe.http('/'), liveness: Probe.http('/healthz') };
    new BlueGreenService(this, 'Shop', {
      ...shared,
      ...env.colours('shop', 'team/shop'),
      scaling: env.replicas,
      ingress: { via, hosts: ['shop.' + env.domain], previewHosts: ['shop-preview.' + env.domain] },
    });
    for (const [name, rollout] of [['once', Rollout.recreate()], ['careless', Rollout.rollingUpdate()]] as const) {
      const { service, workload } = new ServiceVersion(this, name, {
        ...shared,
        name,
        rollout,
        image: env.release(name, 'team/' + name).image,
        allowFrom: ingressPeers(via),
      });
      new ServiceIngress(this, name + 'Ingress', { name, via, hosts: [name + '.' + env.domain], service: service.backend });
      if (name !== 'careless') continue;
      override(workload.deployment, { spec: { template: { spec: { containers: { careless: { lifecycle: null } } } } } });
    }
  }
}
`;

const RELEASES = `{
  "dev": {},
  "test": {},
  "staging": {
    "careless": { "tag": "v1" },
    "hello": { "tag": "v1" },
    "once": { "tag": "v1" },
    "shop": {
      "live": "blue",
      "blue": { "tag": "v1" }
    }
  },
  "prod": {}
}
`;

let project: ProjectCopy;
let pods: SimulatedPods;

/** What the command says. It edits the file and nothing else. */
async function release(service: string, ...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await project.commandAside('release', service, '--env', ENV, ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

/** What follows a release: a synthesis, an apply, and the wait until all Pods are what they are to be. */
async function deploy(): Promise<void> {
  expect(await project.mainAside()).toMatchObject({ status: 0 });
  await inCluster('apply', '-f', `${project.folder}/dist`);
  const names = await inCluster('get', 'deployments', '-n', ENV, '-o', 'name');
  for (const name of names.trim().split('\n')) await inCluster('rollout', 'status', name, '-n', ENV, '--timeout=120s');
}

async function inCluster(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await runAside('kubectl', args);
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return stdout;
}

/** One field of an object, as text; nothing where it is not there. */
const field = (object: string, path: string) => inCluster('get', object, '-n', ENV, '-o', `jsonpath={${path}}`);
const configOf = () => field('deployment/hello', '.spec.template.spec.containers[0].envFrom[0].configMapRef.name');

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));
const streamTo = (host: string) => new RequestStream(String(process.env.INGRESS_URL), `${host}.staging.example.com`);

async function onlyVersion(stream: RequestStream, version: string): Promise<void> {
  const last = () => stream.last(100);
  expect(await eventually(last, (answers) => answers[version] === 100, 30)).toEqual({ [version]: 100 });
}

/** Asks a host while something happens, from before its first step to after its last, and says what became of it. */
async function under(
  host: string,
  what: string,
  steps: (stream: RequestStream) => Promise<void>,
): Promise<StreamResult> {
  const stream = streamTo(host);
  await seconds(1);
  let error: unknown;
  await steps(stream).catch((thrown) => {
    error = thrown;
  });
  await seconds(1);
  const result = await stream.end();
  const reasons = [...result.reasons].map(([reason, count]) => `${count} ${reason}`).join(', ');
  process.stdout.write(`${what}: ${result.failed} of ${result.sent} requests failed${reasons && ` (${reasons})`}\n`);
  if (error) throw error;
  return result;
}

describeCluster(
  'releases under a stream of requests',
  () => {
    beforeAll(async () => {
      project = new ProjectCopy();
      project.write('lib/charts/shop.ts', CHART);
      project.edit('main.ts', '    multiroute: MultirouteChart,\n', '    shop: ShopChart,\n');
      project.edit(
        'main.ts',
        `import { MultirouteChart } from './lib/charts/multiroute';`,
        `import { ShopChart } from './lib/charts/shop';`,
      );
      project.write('lib/environments/releases.json', RELEASES);
      kubectl(
        ['apply', '-f', '-'],
        'apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: nginx}\nspec: {controller: k8s.io/ingress-nginx}\n',
      );
      // one by one: where a kind is not known, the others go all the same
      for (const kind of ['ingress', 'httproute', 'ingressroute', 'traefikservice', 'deployment', 'hpa'])
        kubectl(['delete', kind, '-n', ENV, '--all', '--wait']);
      pods = await SimulatedPods.start();
      await deploy();
      for (const host of ['hello', 'shop', 'shop-preview', 'once', 'careless']) {
        const stream = streamTo(host);
        await onlyVersion(stream, 'v1');
        await stream.end();
      }
    });
    afterAll(async () => {
      await pods?.end();
      project?.remove();
    });

    test('a rolling update fails no request, and neither does a rollback, which brings its config back', async () => {
      const before = await configOf();
      const { failed, versions } = await under('hello', 'rolling update and rollback', async (stream) => {
        await release('hello', 'set', '--tag', 'v2');
        project.edit('lib/environments/staging.ts', 'http://localhost-staging:3306', 'http://elsewhere:3306');
        await deploy();
        await onlyVersion(stream, 'v2');
        expect(await configOf()).not.toBe(before);
        await release('hello', 'rollback', '--to', 'v1');
        await deploy();
        await onlyVersion(stream, 'v1');
      });
      expect({ failed, versions }).toEqual({ failed: 0, versions: ['v1', 'v2'] });
      expect(await configOf()).toBe(before);
      expect(await field(`configmap/${before}`, '.data.URL')).toBe('http://localhost-staging:3306');
    });

    test('a Recreate fails requests: it is down in between', async () => {
      const { failed } = await under('once', 'Recreate', async (stream) => {
        await release('once', 'set', '--tag', 'v2');
        await deploy();
        await onlyVersion(stream, 'v2');
      });
      expect(failed).toBeGreaterThan(0);
    });

    test('rolling updates of Pods that have no preStop fail requests', async () => {
      const { failed } = await under('careless', 'three rolling updates without preStop', async (stream) => {
        // of one update a request or two are lost, so by chance it may be none
        for (const version of ['v2', 'v1', 'v2']) {
          await release('careless', 'set', '--tag', version);
          await deploy();
          await onlyVersion(stream, version);
        }
      });
      expect(failed).toBeGreaterThan(0);
    });

    test('a blue-green switch, the switch back and the switch again fail no request', async () => {
      let preview: RequestStream | undefined;
      const { failed, versions } = await under('shop', 'blue-green', async (stream) => {
        await release('shop', 'start', '--tag', 'v2');
        await deploy();
        await inCluster(
          'wait',
          'deployment/shop-green',
          '-n',
          ENV,
          '--for=jsonpath={.status.readyReplicas}=6',
          '--timeout=60s',
        );
        preview = streamTo('shop-preview'); // until its Pods are ready there is nothing to be seen
        await onlyVersion(preview, 'v2');
        await onlyVersion(stream, 'v1');
        for (const [action, version] of [
          ['promote', 'v2'],
          ['rollback', 'v1'],
          ['promote', 'v2'],
        ] as const) {
          await release('shop', action);
          await deploy();
          await onlyVersion(stream, version);
        }
        await release('shop', 'step', '--go');
        await deploy();
        await seconds(7); // longer than an autoscaler that is left in the cluster needs to look twice
        expect([
          await field('deployment/shop-blue', '.spec.replicas'),
          await field('deployment/shop-blue', '.status.replicas'),
        ]).toEqual(['0', '']);
        await onlyVersion(stream, 'v2');
      });
      const previewFailed = (await preview?.end())?.failed;
      expect({ failed, previewFailed, versions }).toEqual({ failed: 0, previewFailed: 0, versions: ['v1', 'v2'] });
    });

    test('a canary from 0 to 100, promoted and ended, fails no request, and nobody gets the old version again', async () => {
      const { failed, versions } = await under('hello', 'canary', async (stream) => {
        await release('hello', 'start', '--tag', 'v3');
        for (const weight of [10, 50, 100]) {
          if (weight > 10) await release('hello', 'step', '--go');
          await deploy();
          const share = () => ((stream.last(200).v3 ?? 0) / 200) * 100;
          const isNear = (percent: number) => Math.abs(percent - weight) <= 8;
          const reached = await eventually(share, isNear, 30);
          process.stdout.write(`canary at ${weight} %: ${reached} % of the last 200 requests\n`);
          expect(isNear(reached)).toBe(true);
        }
        await onlyVersion(stream, 'v3');
        const before = stream.count;
        await release('hello', 'promote', '--go');
        await deploy();
        await onlyVersion(stream, 'v3');
        const said = await release('hello', 'step', '--go');
        await deploy();
        const [command] = /kubectl -n staging delete .*/.exec(said) ?? [];
        await inCluster(...String(command).split(' ').slice(1));
        await seconds(8);
        expect(Object.keys(stream.last(stream.count - before))).toEqual(['v3']);
      });
      expect({ failed, versions }).toEqual({ failed: 0, versions: ['v1', 'v3'] });
    });
  },
  noTraffic(),
);
