import { ApiObject, App, Chart, Size } from 'cdk8s';
import { Probe } from '../../lib/constructs/container/probe';
import { LabelExpression } from '../../lib/constructs/pod/label-expression';
import { Placement } from '../../lib/constructs/pod/placement';
import { spreadAcrossZones } from '../../lib/constructs/pod/topology-spread';
import { PriorityClass } from '../../lib/constructs/scheduling/priority-class';
import { ProbedDeployment } from '../../lib/constructs/workload/probed-deployment';
import type { ProbedDeploymentProps } from '../../lib/constructs/workload/probed-deployment-props';
import { Cpu } from '../../lib/kubernetes/k8s';
import { describeCluster, eventually, kubectl, mustKubectl, noCluster, objects, podsAreSimulated } from './cluster';

const NAMESPACE = 'scheduling';
const ZONE = 'topology.kubernetes.io/zone';
const reason =
  noCluster ??
  (podsAreSimulated() ? undefined : 'it labels and taints nodes, which are simulated in a cluster of kwok');

/** The zones that the nodes are in, to be given back. */
const zones = new Map<string, string | undefined>(
  reason
    ? []
    : objects('nodes', '--all-namespaces=false').map(({ metadata: { name, labels } }) => [name, labels[ZONE]]),
);
/** The nodes, and the zone that each is put in: one alone, the others together. */
const nodes = [...zones.keys()];
const [first = ''] = nodes;
const zoneOf = (node: string) => (node === first ? 'a' : 'b');

/** Defines workloads in a chart, sends them to the cluster, and gives them back. */
function deployed<T>(define: (chart: Chart) => T): T {
  const chart = new Chart(new App(), 'scheduling', { namespace: NAMESPACE });
  const defined = define(chart);
  const manifests = chart.node.findAll().flatMap((part) => (ApiObject.isApiObject(part) ? [part.toJson()] : []));
  for (const manifest of manifests) if (manifest.kind === 'PriorityClass') delete manifest.metadata.namespace;
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: manifests });
  expect(kubectl(['apply', '--validate=strict', '-f', '-'], list)).toMatchObject({ status: 0, stderr: '' });
  return defined;
}

function workload(chart: Chart, name: string, props: Partial<ProbedDeploymentProps> = {}, cpu = Cpu.millis(50)) {
  const memory = Size.mebibytes(32);
  return new ProbedDeployment(chart, name, {
    image: { reference: 'registry.example.com/scheduled:v1', pullPolicy: 'IfNotPresent' },
    size: { cpuRequest: cpu, cpuLimit: cpu, memoryRequest: memory, memoryLimit: memory },
    port: 8080,
    readiness: Probe.tcp(),
    liveness: Probe.tcp(),
    spread: [],
    ...props,
  });
}

const podsOf = (name: string) =>
  objects('pods', '-n', NAMESPACE, '-l', `app.kubernetes.io/instance=${name}`).filter(
    ({ metadata }) => !metadata.deletionTimestamp,
  );

/** Pods of a workload that the scheduler has tried, and found no room for. */
const waitingOf = (name: string) =>
  podsOf(name).filter(({ status }) =>
    status.conditions?.some(({ reason: why }: { reason?: string }) => why === 'Unschedulable'),
  );

/** Nodes of the Pods of a workload, once as many as expected have one. */
async function placesOf(name: string, count: number): Promise<string[]> {
  const placed = () => podsOf(name).flatMap(({ spec }) => (spec.nodeName ? [spec.nodeName as string] : []));
  const places = await eventually(placed, (all) => all.length >= count, 60);
  expect({ name, count: places.length }).toEqual({ name, count });
  return places;
}

describeCluster(
  'the scheduler',
  () => {
    beforeAll(() => {
      kubectl(['create', 'namespace', NAMESPACE]);
      for (const node of nodes) mustKubectl('label', 'node', node, `${ZONE}=${zoneOf(node)}`, '--overwrite');
    });

    afterAll(() => {
      kubectl(['delete', 'namespace', NAMESPACE, '--timeout=120s']);
      kubectl(['delete', 'priorityclasses', 'filler', 'urgent']);
      for (const [node, zone] of zones) {
        const back = zone === undefined ? `${ZONE}-` : `${ZONE}=${zone}`;
        kubectl(['label', 'node', node, back, 'team-', 'room-', '--overwrite']);
      }
      kubectl(['taint', 'node', first, 'team-']);
    });

    test('spreads evenly over zones, however many nodes a zone has', async () => {
      deployed((chart) => workload(chart, 'spread', { replicas: 6, spread: spreadAcrossZones('required') }));
      const zones = (await placesOf('spread', 6)).map(zoneOf);
      expect(zones.sort()).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
    });

    test('follows a preference, until one that weighs more speaks against it', async () => {
      const zone = (name: string) => LabelExpression.in(ZONE, name);
      deployed((chart) => {
        workload(chart, 'alone', { placement: [Placement.preferNodes(1, zone('a'))] });
        const placement = [Placement.preferNodes(1, zone('a')), Placement.preferNodes(100, zone('b'))];
        workload(chart, 'outvoted', { placement });
      });
      expect((await placesOf('alone', 2)).map(zoneOf)).toEqual(['a', 'a']);
      expect((await placesOf('outvoted', 2)).map(zoneOf)).toEqual(['b', 'b']);
    });

    test('keeps two workloads on different nodes, though one is to be close together', async () => {
      deployed((chart) => {
        const web = workload(chart, 'web', { replicas: 2 });
        const away = Placement.awayFrom({ selector: web.selector }, { strictness: 'required' });
        workload(chart, 'batch', { replicas: 4, placement: [away, Placement.near({ selector: web.selector })] });
      });
      const taken = await placesOf('web', 2);
      const free = nodes.filter((node) => !taken.includes(node));
      const batch = free.length > 0 ? await placesOf('batch', 4) : [];
      expect(batch.filter((node) => taken.includes(node))).toEqual([]);
      expect(batch.length).toBe(4);
    });

    test('lets onto dedicated nodes whom they are for, and nobody else; and them nowhere else', async () => {
      mustKubectl('label', 'node', first, 'team=payments');
      mustKubectl('taint', 'node', first, 'team=payments:NoSchedule');
      deployed((chart) => {
        workload(chart, 'payments', { replicas: 5, placement: [Placement.dedicatedNodes('team', 'payments')] });
        workload(chart, 'others', { replicas: 9 });
      });
      expect(new Set(await placesOf('payments', 5))).toEqual(new Set([first]));
      expect(await placesOf('others', 9)).not.toContain(first);
    });

    test('counts a zone that nobody may enter, unless taints are honoured', async () => {
      const over = (nodeTaintsPolicy: 'Honor' | 'Ignore') =>
        [{ topologyKey: ZONE, strictness: 'required', nodeTaintsPolicy }] as const;
      deployed((chart) => {
        workload(chart, 'honouring', { replicas: 4, spread: over('Honor') });
        workload(chart, 'counting', { replicas: 4, spread: over('Ignore') });
      });
      await placesOf('honouring', 4);
      expect(
        await eventually(
          () => waitingOf('counting').length,
          (count) => count === 3,
          60,
        ),
      ).toBe(3);
      expect((await placesOf('counting', 1)).map(zoneOf)).toEqual(['b']);
    });

    test('ends a less important Pod for one that finds no room, and no more than that', async () => {
      const last = nodes.at(-1) ?? '';
      mustKubectl('label', 'node', last, 'room=shared');
      const room = Placement.nodeSelector({ room: 'shared' });
      deployed((chart) => {
        const filler = new PriorityClass(chart, 'Filler', { value: -10 });
        workload(chart, 'fill', { replicas: 12, placement: [room, filler.placement] }, Cpu.units(1));
      });
      const running = () => podsOf('fill').filter(({ spec }) => spec.nodeName).length;
      const tried = () => running() + waitingOf('fill').length;
      expect(await eventually(tried, (count) => count === 12, 60)).toBe(12);
      const before = running();
      expect(before).toBeGreaterThanOrEqual(1);
      expect(before).toBeLessThan(12);
      deployed((chart) => {
        const urgent = new PriorityClass(chart, 'Urgent', { value: 1000 });
        workload(chart, 'checkout', { replicas: 1, placement: [room, urgent.placement] }, Cpu.units(1));
      });
      expect(await placesOf('checkout', 1)).toEqual([last]);
      expect(running()).toBe(before - 1);
    });
  },
  reason ?? (nodes.length >= 3 ? undefined : 'it needs three nodes'),
);
