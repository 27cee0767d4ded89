import type { Counterpart } from './counterpart';

export const counterparts: readonly Counterpart[] = [
  { seed: '001-002', object: 'Deployment/hellok8s' },
  { seed: '002-004', object: 'Deployment/nginx' },
  { seed: '002-110', object: 'Deployment/page' },
];
