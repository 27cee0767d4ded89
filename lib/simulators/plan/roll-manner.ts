import type { Manifest } from '../../kubernetes/manifest';
import { manifestField } from '../../kubernetes/manifest-field';
import { podCounts } from './pod-counts';

/** How many Pods of a workload are made anew, and how, by its strategy. @param objects all that are deployed, for autoscalers */
export function rollManner(workload: Manifest, objects: readonly Manifest[]): string {
  if (workload.kind === 'DaemonSet') return 'rolling update, node by node';
  const { least, most } = podCounts(workload, objects, 0);
  const pods = least === most ? `${most} ${most === 1 ? 'Pod' : 'Pods'}` : `${least} to ${most} Pods`;
  if (workload.kind === 'StatefulSet') return `rolling update of ${pods}, one after the other${leftOver(workload)}`;
  if (manifestField(workload, 'spec.strategy.type') === 'Recreate')
    return `${pods}: all end before the first new one starts`;
  const bounds = manifestField(workload, 'spec.strategy.rollingUpdate');
  const [surge, unavailable] = ['maxSurge', 'maxUnavailable'].map((bound) => String(manifestField(bounds, bound)));
  return `rolling update of ${pods}: ${surge} more at once, ${unavailable} fewer`;
}

function leftOver(workload: Manifest): string {
  const partition = manifestField(workload, 'spec.updateStrategy.rollingUpdate.partition');
  return partition ? `; the first ${String(partition)} are left as they are` : '';
}
