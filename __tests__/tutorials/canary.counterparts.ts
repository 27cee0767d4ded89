import type { Counterpart } from './counterpart';

export const counterparts: readonly Counterpart[] = [
  { seed: '002-114', object: 'Ingress/by-weight' },
  { seed: '002-115', object: 'Ingress/by-weight-canary' },
  { seed: '002-116', object: 'Ingress/by-header-canary' },
  { seed: '002-117', object: 'Ingress/by-cookie-canary' },
];
