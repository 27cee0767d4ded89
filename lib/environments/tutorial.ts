import { dev } from './dev';
import type { EnvironmentValues } from './environment';

/** Where the tutorials' chapters run: a cluster of a learner's own, with the custom resources that they use. */
export const tutorial: EnvironmentValues = {
  ...dev,
  name: 'tutorial',
  namespace: 'tutorial',
  cluster: {
    ...dev.cluster,
    name: 'tutorial',
    argoCd: undefined,
    customResourceGroups: [
      'autoscaling.k8s.io',
      'bitnami.com',
      'external-secrets.io',
      'gateway.networking.k8s.io',
      'traefik.io',
    ],
  },
  argoCd: undefined,
  domain: 'tutorial.example.com',
};
