import type { Counterpart } from './counterpart';

export const counterparts: readonly Counterpart[] = [
  { seed: '001-003', object: 'Service/hellok8s' },
  { seed: '001-004', object: 'Service/hellok8s-nodes' },
  { seed: '002-010', object: 'Service/my-service' },
  {
    seed: '002-025',
    object: 'Service/svc-nginx',
    differs: { 'spec.clusterIP': 'an address fits the range of one cluster: any other refuses the Service' },
  },
  { seed: '002-066', object: 'Service/myapp' },
  { seed: '002-068', object: 'Service/my-app' },
  { seed: '002-069', object: 'Service/myapp-sticky' },
  { seed: '002-070', object: 'Service/myapp-local' },
  {
    seed: '002-071',
    object: 'Service/myapp-balanced',
    differs: {
      'spec.loadBalancerBackendWeights': 'there is no such field: a Service has no weights',
      'spec.loadBalancerIP': 'deprecated, and ignored by many load balancers: each has an annotation of its own',
      'spec.sessionAffinity': 'None is what it is anyway',
    },
  },
  { seed: '002-072', object: 'Service/my-app' },
  { seed: '002-073', object: 'Service/my-app-nodes' },
  { seed: '002-074', object: 'Service/my-app-public' },
  { seed: '002-075', object: 'Service/my-db' },
  { seed: '002-076', object: 'Service/my-app-headless' },
  { seed: '002-111', object: 'Service/page-v1' },
  { seed: '002-113', object: 'Service/page-v2' },
];
