import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Kubectl } from '../../lib/delivery/kubectl';
import { makePlan } from '../../lib/delivery/plan/make-plan';
import { serverMinor } from '../../lib/delivery/plan/server-minor';
import { readProjectFile, SCHEMAS_FILE } from '../../lib/delivery/project';
import { synthesize } from '../../lib/delivery/synthesize';
import { TUTORIALS } from '../../lib/delivery/tutorials';
import type { Manifest } from '../../lib/kubernetes/manifest';
import { decodeSchemas } from '../../lib/kubernetes/schema/schemas';
import { readYaml } from '../../lib/kubernetes/yaml/read-yaml';
import type { ServedApi } from '../../lib/simulators/plan/served-api';
import { type ObjectChange, updateChange } from '../../lib/simulators/plan/update-change';
import { program } from '../../main';
import { type GeneratedChange, generatedChanges } from '../support/generated-changes';
import { ApiServer } from './api-server';
import { describeCluster, eventually, kubectl, type LiveObject, mustKubectl, noCluster, objects } from './cluster';
import { TRIAL, TRIAL_NAMESPACES, trialObjects, withoutPods } from './plan-trial';

const DIST = join(__dirname, '../../dist');
const SEED = 20_261_128;
/** So many changes of one field of one kind are tried, in different objects. */
const EACH = 2;
const AT_ONCE = 16;
/** What of the copies belongs to no namespace. */
const CLUSTER_WIDE =
  'namespaces,persistentvolumes,storageclasses,priorityclasses,ingressclasses,clusterroles,clusterrolebindings,validatingadmissionpolicies,validatingadmissionpolicybindings';

const schemas = decodeSchemas(readProjectFile(SCHEMAS_FILE));
const api: ServedApi = { schemas, minor: noCluster ? '1.36' : serverMinor(schemas.minors, new Kubectl()) };

const manifestsOf = (files: ReadonlyMap<string, string>): Manifest[] =>
  [...files].flatMap(([file, text]) => readYaml(text, file).objects.map(({ manifest }) => manifest));

/** A change, what the plan says of it, and what the server did. */
interface Trial extends GeneratedChange {
  readonly said: ObjectChange | undefined;
  readonly did: 'refused' | 'nothing' | 'changed';
  readonly words: string;
}

/** Runs a task for each, some at once, and keeps the order. */
async function inTurns<T, R>(items: readonly T[], task: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const turn = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await task(items[at] as T);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, turn));
  return results;
}

/** The first changes of each field of a kind, at most so many. */
function sampled<T extends GeneratedChange>(changes: readonly T[], most: number): T[] {
  const counts = new Map<string, number>();
  return changes.filter(({ before, path }) => {
    const key = `${before.kind} ${path.replace(/\.\d+(?=\.| )/g, '[]').replace(/ = .*/, ' =')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return (counts.get(key) ?? 0) <= most;
  });
}

const kept = ({ apiVersion, kind, metadata, status, ...rest }: LiveObject) => ({
  labels: metadata.labels ?? {},
  annotations: metadata.annotations ?? {},
  ...rest,
});

/** Ports of nodes are given once: whether the rest of an object would be taken is what is asked. */
function withoutGivenPorts(object: Manifest): Manifest {
  if (object.kind !== 'Service' || object.spec === undefined) return object;
  // biome-ignore lint/suspicious/noExplicitAny: a Service as it was generated
  const { ports, ...spec } = object.spec as any;
  const free = Array.isArray(ports) ? ports.map(({ nodePort, ...port }) => port) : ports;
  return { ...object, spec: { ...spec, ports: free } };
}

const line = ({ before, path, said, did, words }: Trial) =>
  `${before.kind} ${before.metadata.name} ${path}: plan says ${said?.verdict ?? 'nothing'}, server: ${did} ${words}`;

describeCluster('the plan', () => {
  let server: ApiServer;
  let bases: Manifest[];
  let trials: Trial[];
  const deployed = () => ({ before: bases, after: bases });

  beforeAll(async () => {
    server = await ApiServer.start();
    for (const name of TRIAL_NAMESPACES) mustKubectl('create', 'namespace', name);
    const all = [...manifestsOf(synthesize(program)), ...manifestsOf(synthesize(TUTORIALS))];
    const renamed = trialObjects(all, api);
    const resources = await Promise.all(renamed.map((object) => server.resourceOf(object)));
    const wanted = renamed.filter((_, index) => resources[index]);
    const made = await inTurns(wanted, (object) => server.apply(object));
    bases = wanted.filter((_, index) => made[index]?.code === 201);
    const lost = wanted.flatMap((object, index) =>
      made[index]?.code === 201 ? [] : [`${object.kind} ${object.metadata.name}: ${made[index]?.message}`],
    );
    expect(lost).toEqual([]);
  });

  afterAll(() => {
    server?.stop();
    kubectl(['delete', 'namespace', ...TRIAL_NAMESPACES, '--ignore-not-found', '--wait=false']);
    kubectl(['delete', CLUSTER_WIDE, '-l', TRIAL, '--wait=false']);
  });

  async function tried(change: GeneratedChange): Promise<Trial | undefined> {
    const live = await server.get(change.before);
    const answer = await server.apply(change.after, 'try');
    const said = updateChange(change, deployed(), api);
    if (answer.code === 200) {
      const did = isDeepStrictEqual(kept(live), kept(answer.body)) ? 'nothing' : 'changed';
      return { ...change, said, did, words: '' };
    }
    const { metadata } = change.after;
    const other = { ...withoutGivenPorts(change.after), metadata: { ...metadata, name: `${metadata.name}x` } };
    const alone = await server.tryCreate(other);
    if (alone.code >= 400) return undefined; // no object that the server would take at all
    return { ...change, said, did: 'refused', words: answer.message };
  }

  test('says "refused" of what the API server refuses, and of nothing else; and knows what changes nothing', async () => {
    const changes = sampled(
      bases.flatMap((base) => generatedChanges(base, api, SEED)),
      EACH,
    );
    const all = await inTurns(changes, tried);
    trials = all.filter((trial) => trial !== undefined);
    const says = ({ said }: Trial) =>
      said === undefined ? 'nothing' : said.verdict === 'refused' ? 'refused' : 'changed';
    const wrong = trials.filter((trial) => says(trial) !== trial.did);
    const count = (did: Trial['did']) => trials.filter((trial) => trial.did === did).length;
    process.stdout.write(
      `plan and API server ${api.minor} agree on ${trials.length - wrong.length} of ${trials.length} changes of ${new Set(trials.map(({ before }) => before.kind)).size} kinds: ${count('refused')} refused, ${count('changed')} accepted, ${count('nothing')} without effect; ${changes.length - trials.length} more are no valid objects\n`,
    );
    expect(wrong.map(line)).toEqual([]);
    expect(count('refused')).toBeGreaterThan(60);
    expect(count('changed')).toBeGreaterThan(60);
  });

  test('says "rolls Pods" of what makes a new ReplicaSet or revision, and of nothing else', async () => {
    const rolled = await rolls(sampled(trials.filter(isOfWorkload), 1), server);
    const wrong = rolled.filter(({ said, isNew }) => (said?.newRevision ?? false) !== isNew);
    const count = rolled.filter(({ isNew }) => isNew).length;
    process.stdout.write(
      `plan and controllers agree on ${rolled.length - wrong.length} of ${rolled.length} changes of workloads: ${count} with a new revision\n`,
    );
    expect(wrong.map((one) => `${line(one)}, new revision: ${one.isNew}`)).toEqual([]);
    expect(count).toBeGreaterThan(60);
    expect(rolled.length - count).toBeGreaterThan(10);
  });
});

const WORKLOADS = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);
const isOfWorkload = ({ before, did, path }: Trial) =>
  WORKLOADS.has(before.kind) && did !== 'refused' && !path.startsWith('spec.replicas') && !/nodeSelector/.test(path);

interface Rolled extends Trial {
  readonly isNew: boolean;
}

/** Applies changes to copies of workloads, and looks whether their controllers made another revision. */
async function rolls(trials: readonly Trial[], server: ApiServer): Promise<Rolled[]> {
  const copies = trials.map((trial, index) => {
    const name = `roll-${index}`;
    return { trial, before: withoutPods(trial.before, name), after: withoutPods(trial.after, name) };
  });
  await inTurns(copies, ({ before }) => server.apply(before));
  await observed();
  const first = await revisions(server);
  const answers = await inTurns(copies, ({ after }) => server.apply(after));
  await observed();
  const second = await revisions(server);
  return copies.map(({ trial, before }, index) => {
    const name = `${before.kind} ${before.metadata.name}`;
    if (answers[index]?.code !== 200) throw new Error(`${trial.path}: ${answers[index]?.message}`);
    return { ...trial, isNew: (second.get(name) ?? 0) > (first.get(name) ?? 0) };
  });
}

/** Waits until controllers have seen every copy as it is. */
async function observed(): Promise<void> {
  const isSeen = ({ metadata, status }: LiveObject) => status?.observedGeneration === metadata.generation;
  const all = await eventually(
    () => objects('deployments,statefulsets,daemonsets', '-n', TRIAL).filter(isCopy),
    (copies) => copies.every(isSeen),
    120,
  );
  expect(all.filter((one) => !isSeen(one)).map(({ metadata }) => metadata.name)).toEqual([]);
}

const isCopy = ({ metadata }: LiveObject) => metadata.name.startsWith('roll-');

/** How many revisions of its template each copy has, by kind and name. */
async function revisions(server: ApiServer): Promise<ReadonlyMap<string, number>> {
  const path = `/apis/apps/v1/namespaces/${TRIAL}`;
  const made = [...(await server.list(`${path}/replicasets`)), ...(await server.list(`${path}/controllerrevisions`))];
  const counts = new Map<string, number>();
  for (const { metadata } of made) {
    for (const { kind, name } of metadata.ownerReferences ?? [])
      counts.set(`${kind} ${name}`, (counts.get(`${kind} ${name}`) ?? 0) + 1);
  }
  return counts;
}

const clusterPlan = (environment?: string) =>
  makePlan({ program, against: 'cluster', to: undefined, environment }).changes.map(
    ({ verdict, object }) => `${verdict} ${object.kind} ${object.namespace}/${object.name}`,
  );

describeCluster('the plan against the cluster', () => {
  beforeAll(() => {
    mustKubectl('apply', '-f', DIST);
  });

  test('says that nothing changes right after dist/ was applied, by the client and by the server', () => {
    expect(clusterPlan()).toEqual([]);
    mustKubectl('apply', '--server-side', '--force-conflicts', '-f', DIST);
    expect(clusterPlan()).toEqual([]);
  });

  test('does not take what an autoscaler set for a change', () => {
    mustKubectl('-n', 'prod', 'scale', 'deployment/hello', '--replicas=5');
    expect(clusterPlan('prod')).toEqual([]);
  });

  test('says what was changed by hand, what is missing, and what else carries the label', () => {
    mustKubectl('-n', 'dev', 'set', 'image', 'deployment/hello', 'hello=other:v1');
    mustKubectl('-n', 'dev', 'delete', 'poddisruptionbudget/hello');
    mustKubectl('-n', 'dev', 'create', 'configmap', 'stray');
    mustKubectl('-n', 'dev', 'label', 'configmap/stray', 'environment=dev');
    expect(clusterPlan('dev')).toEqual([
      'rolls-pods Deployment dev/hello',
      'removed ConfigMap dev/stray',
      'created PodDisruptionBudget dev/hello',
    ]);
    mustKubectl('-n', 'dev', 'delete', 'configmap/stray');
    mustKubectl('apply', '--server-side', '--force-conflicts', '-f', DIST);
    expect(clusterPlan()).toEqual([]);
  });
});
