import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FreshClone, noClone } from '../support/fresh-clone';
import { syncByHand, synced } from './argo-cd';
import { describeCluster, mustKubectl, noCluster, objects } from './cluster';

const repositories = process.env.ARGOCD_REPOSITORIES;
const count = Number(process.env.ARGOCD_SERVICES ?? 0);
const reason =
  noCluster ??
  noClone ??
  (repositories ? undefined : 'ARGOCD_REPOSITORIES names no folder that an Argo CD reads by file://') ??
  (count > 0 ? undefined : 'it takes a quarter of an hour: ARGOCD_SERVICES says how many services, such as 300');

const NAMES = Array.from({ length: count }, (_, index) => `service-${String(index + 1).padStart(3, '0')}`);
const ENVIRONMENTS = ['dev', 'test', 'staging', 'prod'];
const ALL = ['cluster', ...ENVIRONMENTS];

const CHART = `
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { HelloService } from '../constructs/service/hello-service';
import { Probe } from '../constructs/container/probe';
import type { ServiceChart } from '../delivery/program';
import type { Environment } from '../environments/environment';
import { partOf } from '../kubernetes/labels';

/** One of many services that are alike. */
export function alike(name: string): ServiceChart {
  return class extends Chart {
    static readonly services = [name];
    constructor(scope: Construct, id: string, env: Environment) {
      super(scope, id, { namespace: env.namespace, labels: partOf(name, env.name) });
      new HelloService(this, name, {
        ...env.release(name, \`shop/\${name}\`),
        size: env.sizes.small,
        readiness: Probe.http('/ready'),
        scaling: { minReplicas: 1, maxReplicas: 3 },
        ingress: { via: env.cluster.ingress, hosts: [\`\${name}.\${env.domain}\`] },
      });
    }
  };
}
`;

/** Makes the services, and nothing else, the program of a clone; with room for them in every environment. */
function populate(clone: FreshClone): void {
  writeFileSync(join(clone.folder, 'lib/charts/alike.ts'), CHART);
  const charts = `charts: Object.fromEntries(${JSON.stringify(NAMES)}.map((name) => [name, alike(name)])),`;
  const main = clone.read('main.ts').replace(/charts: \{[\s\S]*?\n {2}\},/, charts);
  writeFileSync(
    join(clone.folder, 'main.ts'),
    `import { alike } from './lib/charts/alike';\n${main.replace(/import .*lib\/charts\/(hello|multiroute).*\n/g, '')}`,
  );
  const releases = Object.fromEntries(NAMES.map((name) => [name, { tag: 'v1' }]));
  writeFileSync(
    join(clone.folder, 'lib/environments/releases.json'),
    JSON.stringify(Object.fromEntries(ENVIRONMENTS.map((name) => [name, releases])), null, 2),
  );
  for (const name of ENVIRONMENTS) {
    const file = join(clone.folder, `lib/environments/${name}.ts`);
    const roomy = clone.read(`lib/environments/${name}.ts`).replace(
      /quota: \{[\s\S]*?\n {2}\},/,
      `quota: {
    cpuRequests: Cpu.units(400), cpuLimits: Cpu.units(1600), memoryRequests: Size.gibibytes(400), memoryLimits: Size.gibibytes(800), pods: 2000,
  },`,
    );
    writeFileSync(file, roomy);
  }
}

/** Seconds since a moment, with one decimal. */
const since = (moment: number) => `${((Date.now() - moment) / 1000).toFixed(1)} s`;

describeCluster(
  `Argo CD with ${count} services in ${ENVIRONMENTS.length} environments`,
  () => {
    let clone: FreshClone;
    const head = () => clone.must('git', 'rev-parse', 'HEAD').trim();

    beforeAll(() => {
      clone = new FreshClone(repositories);
      clone.edit('lib/environments/argo-cd.ts', 'https://git.example.com/team/services.git', `file://${clone.origin}`);
      populate(clone);
      clone.deliver('Many services');
    });
    afterAll(() => clone?.remove());

    test('syncs all of it, and then a change of one image', async () => {
      const begun = Date.now();
      mustKubectl('apply', '-f', `${clone.folder}/dist/argocd/`);
      await synced(['cluster', 'dev', 'test', 'staging'], head(), 1800);
      const bySelf = since(begun);
      const pressed = Date.now();
      syncByHand('prod');
      const all = await synced(ALL, head(), 900);
      expect([...all.values()].map(({ sync }) => sync)).toEqual(ALL.map(() => 'Synced'));
      const prod = since(pressed);

      clone.edit('lib/environments/releases.json', '"tag": "v1"', '"tag": "v2"');
      clone.deliver('One image');
      const pushed = Date.now();
      const after = await synced(['dev'], head(), 600);
      expect(after.get('dev')?.sync).toBe('Synced');
      const changed = since(pushed);
      const [deployment] = objects('deployments', '-n', 'dev', `--field-selector=metadata.name=${NAMES[0]}`);
      expect(deployment.spec.template.spec.containers[0].image).toMatch(/:v2$/);

      const applications = objects('applications', '-n', 'argocd');
      const managed = applications.map(({ status }) => status.resources.length).reduce((sum, one) => sum + one, 0);
      const largest = Math.max(...applications.map((app) => JSON.stringify(app).length));
      process.stdout.write(
        [
          `${count} services in ${ENVIRONMENTS.length} environments, ${managed} objects:`,
          `  first sync of what governs the cluster, dev, test and staging  ${bySelf}`,
          `  first sync of prod, by hand                                    ${prod}`,
          `  one image changed in dev, from push to synced                  ${changed}`,
          `  largest Application                                            ${(largest / 1024).toFixed(0)} KiB of 1536`,
          '',
        ].join('\n'),
      );
    }, 3_600_000);
  },
  reason,
);
