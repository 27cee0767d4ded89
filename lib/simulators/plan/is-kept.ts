import type { Manifest } from '../../kubernetes/manifest';

/** Says to Argo CD that an object is to stay when it is no longer in the repository. */
const OPTIONS = 'argocd.argoproj.io/sync-options';

/** Whether an object is told to stay in the cluster once nothing deploys it any more. */
export function isKept({ metadata }: Manifest): boolean {
  return /(^|,)\s*(Prune|Delete)=false\b/.test(metadata.annotations?.[OPTIONS] ?? '');
}
