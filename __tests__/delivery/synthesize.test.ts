import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { parseAllDocuments } from 'yaml';
import { VersionedConfig } from '../../lib/constructs/config/versioned-config';
import { override } from '../../lib/constructs/override';
import type { Program, ServiceChart } from '../../lib/delivery/program';
import { SynthesisFailed } from '../../lib/delivery/synthesis-failed';
import { synthesize } from '../../lib/delivery/synthesize';
import type { Environment } from '../../lib/environments/environment';
import { k8s } from '../../lib/kubernetes/k8s';
import { partOf } from '../../lib/kubernetes/labels';
import { program } from '../../main';

/** The program with one more chart, `extra`, that holds what `define` defines in it. */
function withExtra(define: (chart: Chart, env: Environment) => void): Program {
  class ExtraChart extends Chart {
    static readonly services: readonly string[] = [];
    constructor(scope: Construct, id: string, env: Environment) {
      super(scope, id, { namespace: env.namespace, labels: partOf('extra', env.name) });
      define(this, env);
    }
  }
  return { ...program, charts: { ...program.charts, extra: ExtraChart satisfies ServiceChart } };
}

/** Everything that a program does wrong. */
function problemsOf(wrong: Program): readonly string[] {
  try {
    synthesize(wrong);
    return [];
  } catch (error) {
    if (error instanceof SynthesisFailed) return error.problems;
    throw error;
  }
}

/** What is wrong with `extra` in dev, when only dev has it. */
const problemsInDev = (define: (chart: Chart) => void) =>
  problemsOf(withExtra((chart, env) => env.name === 'dev' && define(chart)));

const documents = (text: string | undefined) => parseAllDocuments(text ?? '').map((document) => document.toJS());
const config = (chart: Chart, id: string, name: string, metadata: object = {}) =>
  new k8s.KubeConfigMap(chart, id, { metadata: { name, ...metadata }, data: { key: 'value' } });

describe('files', () => {
  test('are one for what governs the cluster, and one for each chart in each environment, in an order that can be applied', () => {
    const files = [...synthesize(program).keys()];
    expect(files).toHaveLength(1 + program.environments.length * Object.keys(program.charts).length);
    expect([...files].sort()[0]).toBe('00-cluster.k8s.yaml');
    expect(files).toContain('prod.hello.k8s.yaml');
  });

  test('of an environment in another cluster go to a folder of its own, with what governs that cluster', () => {
    const environments = program.environments.map((env) =>
      env.name === 'prod'
        ? { ...env, argoCd: undefined, cluster: { ...env.cluster, argoCd: undefined, name: 'far' } }
        : env,
    );
    const files = synthesize({ ...program, environments });
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['00-cluster.k8s.yaml', 'far/00-cluster.k8s.yaml', 'far/prod.hello.k8s.yaml']),
    );
    expect([...files.keys()]).not.toContain('prod.hello.k8s.yaml');
    const governed = (file: string) =>
      documents(files.get(file))
        .filter(({ kind }) => kind === 'Namespace')
        .map(({ metadata }) => metadata.name);
    expect(governed('far/00-cluster.k8s.yaml')).toEqual(['prod']);
    expect(governed('00-cluster.k8s.yaml')).not.toContain('prod');
  });

  test('are the same bytes each time', () => {
    expect([...synthesize(program)]).toEqual([...synthesize(program)]);
  });

  test('label every object with its environment', () => {
    for (const [file, text] of synthesize(program)) {
      for (const { metadata } of documents(text)) {
        expect(metadata.labels.environment).toBe(
          file.startsWith('00-') ? (metadata.namespace ?? metadata.name.split('.')[0]) : file.split('.')[0],
        );
      }
    }
  });

  test('give no namespace to objects that live in none, whatever namespace the chart has', () => {
    const files = synthesize(
      withExtra(
        (chart, env) =>
          new k8s.KubePriorityClass(chart, 'Class', { metadata: { name: `high-${env.name}` }, value: 1000 }),
      ),
    );
    expect(documents(files.get('dev.extra.k8s.yaml'))[0].metadata).toEqual({
      name: 'high-dev',
      labels: { 'app.kubernetes.io/part-of': 'extra', environment: 'dev' },
    });
  });
});

describe('a changed config', () => {
  test('rolls the Pods that read it, and no others', () => {
    const changed = program.environments.map((env) =>
      env.name === 'dev' ? { ...env, config: { ...env.config, hello: { URL: 'http://other' } } } : env,
    );
    const [before, after] = [synthesize(program), synthesize({ ...program, environments: changed })];
    const differing = [...before.keys()].filter((file) => before.get(file) !== after.get(file));
    expect(differing).toEqual(['dev.hello.k8s.yaml']);
    const template = (files: ReadonlyMap<string, string>) =>
      JSON.stringify(
        documents(files.get('dev.hello.k8s.yaml')).find(({ kind }) => kind === 'Deployment').spec.template,
      );
    expect(template(before)).not.toBe(template(after));
  });
});

describe('refused before anything is written, with construct path and field', () => {
  test('an unknown field, a wrong type and a missing field, all in one run', () => {
    const problems = problemsInDev((chart) => {
      const spec = { selector: { app: 'x' }, ports: [{ port: 'eighty' }], tipe: 'ClusterIP' };
      new ApiObject(chart, 'Odd', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'odd' }, spec });
      new ApiObject(chart, 'Bare', {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'bare' },
        spec: { template: {} },
      });
    });
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\[dev\/extra\/Odd\] spec\.ports\[0\]\.port: invalid value "eighty": must be an? /),
        expect.stringMatching(/^\[dev\/extra\/Odd\] spec\.tipe: .*did you mean "?type/),
        expect.stringMatching(/^\[dev\/extra\/Bare\] spec\.selector: is required/),
      ]),
    );
  });

  test('two objects with one identity, naming both constructs', () => {
    const [problem] = problemsInDev((chart) => {
      config(chart, 'One', 'same');
      config(chart, 'Two', 'same');
    });
    expect(problem).toBe(
      '[dev/extra/One] and [dev/extra/Two] metadata.name: invalid value "same": must be the only ConfigMap dev/same; give one of them another name',
    );
  });

  test('two objects with one identity in two versions of their API', () => {
    const spec = { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'hello' }, maxReplicas: 2 };
    const [problem] = problemsInDev((chart) => {
      for (const version of ['v1', 'v2']) {
        const metadata = { name: 'same' };
        new ApiObject(chart, version, {
          apiVersion: `autoscaling/${version}`,
          kind: 'HorizontalPodAutoscaler',
          metadata,
          spec,
        });
      }
    });
    expect(problem).toContain('[dev/extra/v1] and [dev/extra/v2] metadata.name: invalid value "same"');
  });

  test('the same identity in two charts', () => {
    const problems = problemsInDev((chart) => config(chart, 'Stolen', 'quota-of-mine', { namespace: 'test' }));
    expect(problems).toEqual([]);
    const [problem] = problemsInDev(
      (chart) => new k8s.KubeService(chart, 'Stolen', { metadata: { name: 'hello' }, spec: { ports: [{ port: 1 }] } }),
    );
    expect(problem).toContain(
      '[dev/hello/Hello/Stable/Service/Service] and [dev/extra/Stolen] metadata.name: invalid value "hello": must be the only Service dev/hello',
    );
  });

  test.each`
    what                                       | metadata                                           | sentence
    ${'a name that Kubernetes refuses'}        | ${{ name: 'Not_A_Name' }}                          | ${'metadata.name: invalid value "Not_A_Name": must be lower case letters'}
    ${'a label value that Kubernetes refuses'} | ${{ name: 'x', labels: { team: 'a b' } }}          | ${'metadata.labels[team]: invalid value "a b": must be letters'}
    ${'a label value that is too long'}        | ${{ name: 'x', labels: { team: 'a'.repeat(64) } }} | ${'must be at most 63 characters, has 64'}
    ${'a label key that Kubernetes refuses'}   | ${{ name: 'x', labels: { 'a/b/c': 'd' } }}         | ${'metadata.labels: invalid value "a/b/c"'}
    ${'an annotation key it refuses'}          | ${{ name: 'x', annotations: { '-x': 'd' } }}       | ${'metadata.annotations: invalid value "-x"'}
    ${'the label of another environment'}      | ${{ name: 'x', labels: { environment: 'prod' } }}  | ${'metadata.labels.environment: invalid value "prod": must be "dev"'}
  `('$what', ({ metadata, sentence }) => {
    const problems = problemsInDev(
      (chart) => new ApiObject(chart, 'Config', { apiVersion: 'v1', kind: 'ConfigMap', metadata }),
    );
    expect(problems).toEqual([expect.stringContaining(`[dev/extra/Config] `)]);
    expect(problems[0]).toContain(sentence);
  });

  test('a name that a controller would cut', () => {
    const name = 'a'.repeat(47);
    const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'a', image: 'a:1' }] } };
    const problems = problemsInDev(
      (chart) =>
        new k8s.KubeDeployment(chart, 'Long', {
          metadata: { name },
          spec: { selector: { matchLabels: { a: 'b' } }, template },
        }),
    );
    expect(problems[0]).toContain('must be at most 46 characters for a Deployment, has 47');
  });

  test('an object without a name, which would get one from where its code stands', () => {
    const problems = problemsInDev((chart) => new k8s.KubeConfigMap(chart, 'Nameless', {}));
    expect(problems).toEqual([expect.stringContaining('[dev/extra/Nameless] metadata.name: is required')]);
  });

  test('a custom resource of a group that the cluster does not have', () => {
    const problems = problemsInDev(
      (chart) =>
        new ApiObject(chart, 'Route', {
          apiVersion: 'gateway.networking.k8s.io/v1',
          kind: 'HTTPRoute',
          metadata: { name: 'r' },
          spec: {},
        }),
    );
    expect(problems).toEqual([
      expect.stringContaining(
        '[dev/extra/Route] apiVersion: invalid value "gateway.networking.k8s.io/v1": must be of a group that the cluster has; add "gateway.networking.k8s.io" to customResourceGroups',
      ),
    ]);
  });

  test('a field that only a newer Kubernetes has', () => {
    const restartPolicyRules = [{ action: 'Restart', exitCodes: { operator: 'In', values: [42] } }];
    const spec = { containers: [{ name: 'a', image: 'a', restartPolicy: 'Never', restartPolicyRules }] };
    const problems = problemsInDev(
      (chart) => new ApiObject(chart, 'Pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec }),
    );
    expect(problems).toEqual([expect.stringContaining('[dev/extra/Pod] spec.containers[0].restartPolicyRules: ')]);
    expect(problems[0]).toContain('1.30');
  });

  test('a cluster of a Kubernetes whose schema is not kept', () => {
    const environments = program.environments.map((env) => ({
      ...env,
      cluster: { ...env.cluster, kubernetesVersion: '1.29' },
    }));
    expect(problemsOf({ ...program, environments })).toEqual([
      expect.stringContaining('cluster reference: kubernetesVersion: invalid value "1.29": must be one of 1.30, '),
    ]);
  });

  test('a chart whose service no environment runs, instead of coming out nowhere', () => {
    class LonelyChart extends Chart {
      static readonly services = ['lonely'];
    }
    const [problem] = problemsOf({ ...program, charts: { ...program.charts, lonely: LonelyChart } });
    expect(problem).toBe(
      'lib/environments/releases.json: lonely: is released nowhere, though LonelyChart runs it; add "lonely": { "tag": "..." } to an environment',
    );
  });
});

describe('override, the last way out', () => {
  const overridden = (patch: Parameters<typeof override>[1]) =>
    withExtra((chart, env) => {
      const { configMap } = new VersionedConfig(chart, 'Config', { name: `of-${env.name}`, data: { a: 'b' } });
      override(configMap, patch);
    });

  test('changes what is written', () => {
    const files = synthesize(overridden({ metadata: { annotations: { owner: 'shop' } }, immutable: null }));
    const [manifest] = documents(files.get('dev.extra.k8s.yaml'));
    expect(manifest.metadata.annotations).toMatchObject({
      owner: 'shop',
      'argocd.argoproj.io/sync-options': 'Prune=false',
    });
    expect(manifest).not.toHaveProperty('immutable');
  });

  test('is held against the same schema', () => {
    expect(problemsOf(overridden({ imutable: true }))[0]).toMatch(
      /^\[dev\/extra\/Config\/ConfigMap\] imutable: .*immutable/,
    );
  });

  test('fails where it hits nothing', () => {
    expect(problemsOf(overridden({ binaryData: null }))[0]).toBe(
      '[dev/extra/Config/ConfigMap] override of binaryData: is not there to be removed; take it out of the override (and in test, staging, prod)',
    );
  });
});
