import type { ApplicationSpec, SyncPolicy } from '../../../imports/argoproj.io.argo-cd';
import type { ArgoCdDelivery } from '../../environments/argo-cd-delivery';
import type { SyncedFiles } from './synced-files';

/**
 * What an Application says.
 *
 * ServerSideApply leaves to controllers what they write, the replicas of an autoscaler among it, and applies objects of
 * any size. ApplyOutOfSyncOnly sends what differs and not everything: a commit changes a few of some thousand objects.
 * PruneLast is left out: with it a sync waits until all is healthy, so one broken service would hold up every other.
 *
 * @source argo-cd@3.2.6 docs/user-guide/sync-options.md
 */
export function applicationSpec({ delivery, destination, namespace, folder, include }: SyncedFiles): ApplicationSpec {
  const { repository, revision } = delivery.source;
  return {
    project: delivery.project,
    source: { repoURL: repository, targetRevision: revision, path: folder, directory: { include } },
    destination: { ...destination, namespace },
    syncPolicy: syncPolicy(delivery),
  };
}

function syncPolicy({ sync }: ArgoCdDelivery): SyncPolicy {
  return {
    ...(sync === 'manual' ? {} : { automated: { prune: sync.prune, selfHeal: sync.selfHeal } }),
    syncOptions: ['ServerSideApply=true', 'ApplyOutOfSyncOnly=true'],
    // an environment may be synced before its namespace is there; and what a commit broke the next one may mend
    retry: { limit: 5, refresh: true, backoff: { duration: '5s', factor: 2, maxDuration: '3m' } },
  };
}
