import type { ArgoCdDelivery } from './argo-cd-delivery';

/** The Argo CD that all environments are deployed by, and the repository that it reads. */
export const argoCd: Pick<ArgoCdDelivery, 'namespace' | 'source'> = {
  namespace: 'argocd',
  source: { repository: 'https://git.example.com/team/services.git', revision: 'main', folder: 'dist' },
};
