import { spawn } from 'node:child_process';
import { eventually, type LiveObject, mustKubectl, objects } from './cluster';

/** Where an Application stands, in Argo CD's words. */
export interface Standing {
  readonly sync: string;
  readonly health: string;
  /** Commit that it was compared with. */
  readonly revision: string;
}

const NAMESPACE = 'argocd';

/** Where each Application stands. */
export function standings(): Map<string, Standing> {
  return new Map(objects('applications', '-n', NAMESPACE).map((app) => [app.metadata.name, standingOf(app)]));
}

function standingOf({ status }: LiveObject): Standing {
  return {
    sync: status?.sync?.status ?? 'Unknown',
    health: status?.health?.status ?? 'Unknown',
    revision: status?.sync?.revision ?? '',
  };
}

/** Asks Argo CD to look at the repository now, and not at its next round; `hard` leaves it no manifests that it knows. */
export function refresh(how: 'normal' | 'hard' = 'normal'): void {
  mustKubectl('-n', NAMESPACE, 'annotate', 'applications', '--all', '--overwrite', `argocd.argoproj.io/refresh=${how}`);
}

/** Waits until these Applications are Synced at a commit and nothing of them is under way; gives where all of them stand. */
export async function synced(names: readonly string[], revision: string, seconds = 180) {
  refresh();
  const idle = () =>
    objects('applications', '-n', NAMESPACE).every(
      ({ operation, status }) => !operation && status?.operationState?.phase !== 'Running',
    );
  const there = (all: Map<string, Standing>) =>
    names.every((name) => all.get(name)?.sync === 'Synced' && all.get(name)?.revision === revision);
  return eventually(standings, (all) => there(all) && idle(), seconds);
}

/** What somebody does who presses "Sync": the Application's own options, with its policy. */
export function syncByHand(name: string): void {
  const [app] = objects('applications', '-n', NAMESPACE, `--field-selector=metadata.name=${name}`);
  const { syncOptions, retry } = app.spec.syncPolicy;
  const operation = { initiatedBy: { username: 'somebody' }, sync: { prune: true, syncOptions }, retry };
  mustKubectl('-n', NAMESPACE, 'patch', 'application', name, '--type=merge', '-p', JSON.stringify({ operation }));
}

/** Writes down every standing that any Application takes, until it is stopped. */
export function watchStandings(): () => ReadonlyMap<string, readonly string[]> {
  const columns = 'NAME:.metadata.name,SYNC:.status.sync.status';
  const args = ['-n', NAMESPACE, 'get', 'applications', '--watch', '--no-headers', '-o', `custom-columns=${columns}`];
  const watch = spawn('kubectl', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  watch.stdout.on('data', (chunk) => {
    text += chunk;
  });
  return () => {
    watch.kill();
    const seen = new Map<string, string[]>();
    for (const line of text.split('\n').filter(Boolean)) {
      const [name = '', sync = ''] = line.trim().split(/\s+/);
      seen.set(name, [...(seen.get(name) ?? []), sync]);
    }
    return seen;
  };
}
