import type { Counterpart } from './counterpart';

export const counterparts: readonly Counterpart[] = [
  { seed: '001-002', object: 'Deployment/hellok8s' },
  { seed: '001-009', object: 'Deployment/tutorial-deployment' },
  { seed: '002-004', object: 'Deployment/nginx' },
  { seed: '002-024', object: 'Deployment/nginx' },
  { seed: '002-037', object: 'Deployment/nginx' },
  { seed: '002-051', object: 'Deployment/nginx' },
  { seed: '002-052', object: 'Deployment/recreated' },
  { seed: '002-053', object: 'Deployment/nginx' },
  { seed: '002-061', object: 'Deployment/metrics-server' },
  { seed: '002-110', object: 'Deployment/page-v1' },
  { seed: '002-112', object: 'Deployment/page-v2' },
];
