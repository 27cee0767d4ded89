import { join } from 'node:path';
import { describeCluster, eventually, mustKubectl, noCluster, objects, podsAreSimulated } from './cluster';

const reason =
  noCluster ?? (podsAreSimulated() ? undefined : 'load is simulated by annotations, which needs a cluster of kwok');

const replicas = (namespace: string) =>
  objects('deployments', '-n', namespace, '--field-selector=metadata.name=hello')[0].status.replicas ?? 0;

/** Loads every Pod there is by now, and counts them. */
function countUnder(namespace: string, cpu: string, memory: string): () => number {
  return () => {
    load(namespace, cpu, memory);
    return replicas(namespace);
  };
}

/** Says what every Pod of hello uses from now on. Only running Pods are told, so the template, and with it the rollout, stays. */
function load(namespace: string, cpu: string, memory: string): void {
  const usage = [`lab/cpu-usage=${cpu}`, `lab/memory-usage=${memory}`];
  mustKubectl('-n', namespace, 'annotate', 'pods', '-l', 'app.kubernetes.io/instance=hello', '--overwrite', ...usage);
}

describeCluster(
  'an autoscaled workload',
  () => {
    test('grows to its maximum under load and comes back to its minimum without', async () => {
      expect(replicas('dev')).toBe(1);
      const grown = await eventually(countUnder('dev', '180m', '32Mi'), (count) => count === 2, 120);
      expect(grown).toBe(2);
      const started = Date.now();
      const shrunk = await eventually(countUnder('dev', '5m', '8Mi'), (count) => count === 1, 420);
      expect(shrunk).toBe(1);
      // three minutes of calm are asked for before a Pod goes
      expect((Date.now() - started) / 1000).toBeGreaterThan(150);
    });

    test('is not reset by an apply of what is committed', () => {
      mustKubectl('-n', 'prod', 'scale', 'deployment/hello', '--replicas=5');
      mustKubectl(
        'apply',
        '--server-side',
        '--force-conflicts',
        '-f',
        join(__dirname, '../../dist/prod.hello.k8s.yaml'),
      );
      expect(objects('deployments', '-n', 'prod', '--field-selector=metadata.name=hello')[0].spec.replicas).toBe(5);
    });
  },
  reason,
);
