import { parseAllDocuments } from 'yaml';
import { NEEDS } from '../../lib/charts/tutorials/needs';
import { synthesize } from '../../lib/delivery/synthesize';
import { TUTORIALS } from '../../lib/delivery/tutorials';
import { groupOf } from '../../lib/kubernetes/identity';
import {
  describeCluster,
  eventually,
  kubectl,
  type LiveObject,
  mustKubectl,
  noCluster,
  objects,
  withFolder,
} from './cluster';

const files = synthesize(TUTORIALS);
const manifests: LiveObject[] = [...files.values()].flatMap((text) => parseAllDocuments(text).map((one) => one.toJS()));
const groups = new Set(manifests.map(({ apiVersion }) => groupOf(apiVersion)));
const served = noCluster ? '' : mustKubectl('api-versions');
const missing = [...groups].filter((group) => group !== '' && !served.includes(`${group}/`));

/** Whether it waits for what a plain cluster does not have, and says so. */
const waits = ({ metadata, spec }: LiveObject) =>
  NEEDS in { ...metadata.annotations, ...spec.template?.metadata.annotations };

const selector = ['-A', '-l', 'environment=tutorial'];

/** Whether a workload of the cluster is as ready as it can become. */
function isReady({ kind, spec, status }: LiveObject): boolean {
  const wanted = kind === 'DaemonSet' ? status.desiredNumberScheduled : spec.replicas;
  const ready = kind === 'DaemonSet' ? status.numberReady : status.readyReplicas;
  return (ready ?? 0) >= wanted;
}

describeCluster(
  'the chapters of the tutorials',
  () => {
    const namespaces = manifests.flatMap(({ kind, metadata }) => (kind === 'Namespace' ? [metadata.name] : []));
    afterAll(() => {
      kubectl(['delete', 'namespace', ...namespaces, '--ignore-not-found', '--wait=false']);
    });

    test('are taken whole by the API server, every field known, without a warning', () => {
      const { status, stdout, stderr } = withFolder(files, (folder) =>
        kubectl(['apply', '--server-side', '--validate=strict', '-f', folder]),
      );
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout.trim().split('\n')).toHaveLength(manifests.length);
    });

    test('bring every workload that can run to all its Pods', async () => {
      const workloads = await eventually(
        () => objects('deployments,statefulsets,daemonsets,replicasets', ...selector).filter((one) => !waits(one)),
        (all) => all.length > 0 && all.every(isReady),
        180,
      );
      const waiting = workloads.filter((one) => !isReady(one));
      expect(waiting.map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`)).toEqual([]);
    });

    test('bring every bare Pod to run or to end well', async () => {
      const ours = (pod: LiveObject) => !pod.metadata.ownerReferences && !waits(pod);
      const isWell = ({ status }: LiveObject) =>
        status.phase === 'Succeeded' ||
        status.conditions?.some(({ type, status: is }: LiveObject) => type === 'Ready' && is === 'True');
      const pods = await eventually(
        () => objects('pods', ...selector).filter(ours),
        (all) => all.every(isWell),
        120,
      );
      expect(pods.length).toBeGreaterThan(0);
      expect(pods.filter((pod) => !isWell(pod)).map(({ metadata }) => metadata.name)).toEqual([]);
    });
  },
  noCluster ?? (missing.length > 0 ? `the cluster does not serve ${missing.join(', ')}` : undefined),
);
