import type { Construct } from 'constructs';
import { Application, type ApplicationSpec, AppProject, type AppProjectSpec } from '../../imports/argoproj.io.argo-cd';

/** Every kind of the group, with every field that its binding has. */
export function examples(scope: Construct): void {
  const application: Required<ApplicationSpec> = {
    project: 'shop',
    source: {
      repoURL: 'https://git.example.com/team/shop.git',
      targetRevision: 'main',
      path: 'dist',
      directory: { include: 'dev.*.yaml', exclude: '*.md', recurse: false },
    },
    destination: { server: 'https://kubernetes.default.svc', namespace: 'dev' },
    syncPolicy: {
      automated: { prune: true, selfHeal: true, allowEmpty: false },
      syncOptions: ['ServerSideApply=true'],
      retry: { limit: 5, refresh: true, backoff: { duration: '5s', factor: 2, maxDuration: '3m' } },
    },
    revisionHistoryLimit: 5,
  };
  const project: Required<AppProjectSpec> = {
    description: 'The shop',
    sourceRepos: ['https://git.example.com/team/shop.git'],
    destinations: [{ name: 'far', namespace: 'dev' }],
    clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
    namespaceResourceWhitelist: [{ group: 'apps', kind: 'Deployment' }],
  };
  new Application(scope, 'Application', { metadata: { name: 'shop', namespace: 'argocd' }, spec: application });
  new AppProject(scope, 'AppProject', { metadata: { name: 'shop', namespace: 'argocd' }, spec: project });
}
