import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { parseAllDocuments } from 'yaml';
import { BatchJob } from '../../../lib/constructs/batch/batch-job';
import { argoCdFiles } from '../../../lib/delivery/argocd/argo-cd-files';
import type { Program } from '../../../lib/delivery/program';
import { SynthesisFailed } from '../../../lib/delivery/synthesis-failed';
import { synthesize } from '../../../lib/delivery/synthesize';
import type { Cluster, Environment, EnvironmentValues } from '../../../lib/environments/environment';
import { partOf } from '../../../lib/kubernetes/labels';
import { program } from '../../../main';

// biome-ignore lint/suspicious/noExplicitAny: a manifest of any kind
type Parsed = any;

const synthesized = new Map<Program, ReadonlyMap<string, string>>();

/** The files of a program, synthesized once. */
function filesOf(of: Program): ReadonlyMap<string, string> {
  const files = synthesized.get(of) ?? synthesize(of, { beside: argoCdFiles });
  synthesized.set(of, files);
  return files;
}

/** The objects of a file of dist/argocd/: first the project, then its Applications. */
function objectsIn(file: string, of: Program = program): Parsed[] {
  const text = filesOf(of).get(`argocd/${file}.k8s.yaml`);
  return parseAllDocuments(text ?? '').map((document) => document.toJS());
}

function withEnvironments(change: (env: EnvironmentValues) => EnvironmentValues): Program {
  return { ...program, environments: program.environments.map(change) };
}

const kinds = (list: readonly { group: string; kind: string }[]) =>
  list.map(({ group, kind }) => (group ? `${kind}.${group}` : kind));

describe('an Application', () => {
  test('reads the files of its environment and no others, from the repository that the environment names', () => {
    const [, application] = objectsIn('dev');
    expect(application).toMatchObject({
      kind: 'Application',
      metadata: { name: 'dev', namespace: 'argocd', labels: { environment: 'dev' } },
      spec: {
        project: 'dev',
        source: {
          repoURL: 'https://git.example.com/team/services.git',
          targetRevision: 'main',
          path: 'dist',
          directory: { include: 'dev.*.k8s.yaml' },
        },
        destination: { server: 'https://kubernetes.default.svc', namespace: 'dev' },
      },
    });
  });

  test('of a cluster reads what governs it', () => {
    const [, application] = objectsIn('cluster');
    expect(application.spec.source.directory).toEqual({ include: '00-cluster.k8s.yaml' });
    expect(application.metadata.labels).toBeUndefined();
  });

  test('is told which paths concern it, so that commits elsewhere cost nothing', () => {
    expect(objectsIn('prod')[1].metadata.annotations).toEqual({
      'argocd.argoproj.io/manifest-generate-paths': '/dist/prod.*.k8s.yaml',
    });
  });

  test('applies commits, prunes and heals by itself, but in prod', () => {
    expect(objectsIn('staging')[1].spec.syncPolicy.automated).toEqual({ prune: true, selfHeal: true });
    expect(objectsIn('prod')[1].spec.syncPolicy).not.toHaveProperty('automated');
  });

  test('does what its environment says', () => {
    const kept = withEnvironments((env) => ({
      ...env,
      argoCd: env.argoCd && { ...env.argoCd, sync: { prune: false, selfHeal: false } },
    }));
    expect(objectsIn('prod', kept)[1].spec.syncPolicy.automated).toEqual({ prune: false, selfHeal: false });
  });

  test('tries again, and applies server-side', () => {
    const { retry, syncOptions } = objectsIn('dev')[1].spec.syncPolicy;
    expect(retry).toEqual({ limit: 5, refresh: true, backoff: { duration: '5s', factor: 2, maxDuration: '3m' } });
    expect(syncOptions).toContain('ServerSideApply=true');
  });

  test('of an environment in another cluster reads the folder of that cluster, and goes there', () => {
    const far = (cluster: Cluster): Cluster => ({
      ...cluster,
      name: 'far',
      argoCd: cluster.argoCd && { ...cluster.argoCd, destination: { name: 'far' }, application: 'far', project: 'far' },
    });
    const apart = withEnvironments((env) => (env.name === 'prod' ? { ...env, cluster: far(env.cluster) } : env));
    const [project, application] = objectsIn('prod', apart);
    expect(application.spec.source.path).toBe('dist/far');
    expect(application.spec.destination).toEqual({ name: 'far', namespace: 'prod' });
    expect(project.spec.destinations).toEqual([{ name: 'far', namespace: 'prod' }]);
    expect(objectsIn('far', apart)[1].spec.source).toMatchObject({
      path: 'dist/far',
      directory: { include: '00-cluster.k8s.yaml' },
    });
    expect(objectsIn('cluster', apart)[0].spec.destinations).not.toContainEqual(
      expect.objectContaining({ namespace: 'prod' }),
    );
  });

  test('is missing for an environment that Argo CD does not deploy', () => {
    const without = withEnvironments((env) => (env.name === 'test' ? { ...env, argoCd: undefined } : env));
    expect(
      [...synthesize(without, { beside: argoCdFiles }).keys()].filter((file) => file.startsWith('argocd/')),
    ).toEqual(['argocd/cluster.k8s.yaml', 'argocd/dev.k8s.yaml', 'argocd/staging.k8s.yaml', 'argocd/prod.k8s.yaml']);
  });
});

describe('an AppProject', () => {
  test('allows the kinds that its environment has, what controllers make of them, and nothing else', () => {
    const [project] = objectsIn('dev');
    const emitted = [...filesOf(program)]
      .filter(([file]) => file.startsWith('dev.'))
      .flatMap(([, text]) => parseAllDocuments(text).map((document) => document.toJS().kind));
    const allowed: string[] = project.spec.namespaceResourceWhitelist.map(({ kind }: Parsed) => kind);
    expect([...allowed].sort()).toEqual([...new Set([...emitted, 'ReplicaSet', 'Pod'])].sort());
    expect(project.spec.clusterResourceWhitelist).toEqual([]);
    expect(project.spec.destinations).toEqual([{ server: 'https://kubernetes.default.svc', namespace: 'dev' }]);
    expect(project.spec.sourceRepos).toEqual(['https://git.example.com/team/services.git']);
  });

  test('of a cluster allows namespaces, and what governs them in each', () => {
    const { spec } = objectsIn('cluster')[0];
    expect(kinds(spec.clusterResourceWhitelist)).toEqual([
      'Namespace',
      'ValidatingAdmissionPolicy.admissionregistration.k8s.io',
      'ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io',
    ]);
    expect(spec.destinations.map(({ namespace }: Parsed) => namespace)).toEqual(['dev', 'prod', 'staging', 'test']);
  });

  test('allows a kind, a namespace and a kind of the cluster as soon as a chart has an object of it', () => {
    class ExtraChart extends Chart {
      static readonly services: readonly string[] = [];
      constructor(scope: Construct, id: string, env: Environment) {
        super(scope, id, { namespace: env.namespace, labels: partOf('extra', env.name) });
        if (env.name !== 'dev') return;
        const image = { reference: 'registry.example.com/migrate:v1' };
        new BatchJob(this, 'Migrate', { image, size: env.sizes.small } as ConstructorParameters<typeof BatchJob>[2]);
        const metadata = { name: 'elsewhere', namespace: 'monitoring' };
        new ApiObject(this, 'Elsewhere', { apiVersion: 'v1', kind: 'ConfigMap', metadata });
        const ofAll = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'high' } };
        new ApiObject(this, 'High', { ...ofAll, value: 1 });
      }
    }
    const { spec } = objectsIn('dev', { ...program, charts: { ...program.charts, extra: ExtraChart } })[0];
    expect(kinds(spec.clusterResourceWhitelist)).toEqual(['PriorityClass.scheduling.k8s.io']);
    expect(kinds(spec.namespaceResourceWhitelist)).toContain('Job.batch');
    expect(spec.destinations.map(({ namespace }: Parsed) => namespace)).toEqual(['dev', 'monitoring']);
  });

  test('that environments share allows what they need together, and holds their Applications', () => {
    const shared = withEnvironments((env) => ({
      ...env,
      argoCd: env.argoCd && { ...env.argoCd, project: env.name === 'prod' ? 'prod' : 'shop' },
    }));
    const [project, ...applications] = objectsIn('shop', shared);
    expect(project.spec.destinations.map(({ namespace }: Parsed) => namespace)).toEqual(['dev', 'staging', 'test']);
    expect(applications.map(({ metadata }) => metadata.name)).toEqual(['dev', 'staging', 'test']);
    expect(objectsIn('dev', shared)).toEqual([]);
  });
});

test('wrong values are told together with what is wrong in charts, and nothing comes out', () => {
  const wrong = withEnvironments((env) => ({ ...env, argoCd: env.argoCd && { ...env.argoCd, application: 'same' } }));
  const unreleased = {
    ...wrong,
    charts: {
      ...program.charts,
      extra: class extends Chart {
        static services = ['no'];
      },
    },
  };
  expect(() => synthesize(unreleased as unknown as Program, { beside: argoCdFiles })).toThrow(SynthesisFailed);
  expect(() => synthesize(unreleased as unknown as Program, { beside: argoCdFiles })).toThrow(
    /is released nowhere[\s\S]*argoCd\.application: invalid value "same"/,
  );
});
