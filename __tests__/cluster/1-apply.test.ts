import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { synthesize } from '../../lib/delivery/synthesize';
import { program } from '../../main';
import { describeCluster, eventually, kubectl, type LiveObject, mustKubectl, objects } from './cluster';

const DIST = join(__dirname, '../../dist');
const namespaces = program.environments.map(({ namespace }) => namespace);
const kinds =
  'namespaces,networkpolicies,resourcequotas,limitranges,poddisruptionbudgets,configmaps,services,deployments,horizontalpodautoscalers,ingresses,validatingadmissionpolicies,validatingadmissionpolicybindings';

/** Objects of dist/, as kubectl names them in its answers. */
function expectedObjects(): number {
  return [...synthesize(program).values()].flatMap((text) => parseAllDocuments(text)).length;
}

/** What an object is and which version of it there is, without what controllers write to it. */
function generations(): Map<string, unknown> {
  const ours = objects(kinds, '-A', '-l', 'environment');
  return new Map(
    ours.map((object: LiveObject) => [
      `${object.kind} ${object.metadata.namespace}/${object.metadata.name}`,
      [object.metadata.uid, object.metadata.generation, object.metadata.labels, object.metadata.annotations],
    ]),
  );
}

const verbs = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' ').at(-1));

async function removeEverything(): Promise<void> {
  kubectl(['delete', 'validatingadmissionpolicies,validatingadmissionpolicybindings', '-l', 'environment']);
  kubectl(['delete', 'namespace', ...namespaces, '--ignore-not-found', '--timeout=300s']);
  await eventually(
    () => objects('namespaces', '--all-namespaces=false'),
    (all) => !all.some(({ metadata }) => namespaces.includes(metadata.name)),
    300,
  );
}

describeCluster('dist/ on a fresh cluster', () => {
  beforeAll(removeEverything);

  test('plainly applied, creates every object, in one run, without a warning', () => {
    const { status, stdout, stderr } = kubectl(['apply', '-f', DIST]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(verbs(stdout)).toHaveLength(expectedObjects());
    expect(new Set(verbs(stdout))).toEqual(new Set(['created']));
  });

  test('brings every Deployment to all its Pods', () => {
    const deployments = objects('deployments', '-A', '-l', 'environment');
    expect(deployments.length).toBeGreaterThanOrEqual(10);
    for (const { metadata } of deployments)
      mustKubectl('rollout', 'status', `deployment/${metadata.name}`, '-n', metadata.namespace, '--timeout=180s');
    for (const { status, metadata } of objects('deployments', '-A', '-l', 'environment')) {
      expect({ name: metadata.name, available: status.availableReplicas }).toEqual({
        name: metadata.name,
        available: status.replicas,
      });
    }
  });

  test('plainly applied again, changes nothing', () => {
    const before = generations();
    const { status, stdout, stderr } = kubectl(['apply', '-f', DIST]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    // the selector of a budget is patched by "replace": kubectl sends it each time and says "configured"; the server changes nothing
    const others = stdout
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('poddisruptionbudget.policy/'));
    expect(others.filter((line) => !line.endsWith(' unchanged'))).toEqual([]);
    expect(generations()).toEqual(before);
  });

  test('selects one environment by its label', () => {
    const { stdout } = kubectl(['apply', '-f', DIST, '-l', 'environment=dev', '--dry-run=server', '-o', 'json']);
    const selected: LiveObject[] = JSON.parse(stdout).items;
    expect(selected.length).toBeGreaterThan(10);
    // what lives in no namespace is called after the environment
    const environments = selected.map(({ metadata }) => metadata.namespace ?? metadata.name.split('.')[0]);
    expect(new Set(environments)).toEqual(new Set(['dev']));
  });

  test('applied server-side to a cluster that is fresh again, creates every object, and the second time changes nothing', async () => {
    await removeEverything();
    const first = kubectl(['apply', '--server-side', '-f', DIST]);
    expect({ status: first.status, stderr: first.stderr }).toEqual({ status: 0, stderr: '' });
    expect(verbs(first.stdout)).toHaveLength(expectedObjects());
    for (const { metadata } of objects('deployments', '-A', '-l', 'environment')) {
      mustKubectl('rollout', 'status', `deployment/${metadata.name}`, '-n', metadata.namespace, '--timeout=180s');
    }
    const before = generations();
    const second = kubectl(['apply', '--server-side', '-f', DIST]);
    expect({ status: second.status, stderr: second.stderr }).toEqual({ status: 0, stderr: '' });
    expect(generations()).toEqual(before);
  });
});
