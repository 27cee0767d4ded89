import type { Counterpart } from './counterpart';

const differs = { spec: "empty in the manifest; what it can hold, finalizers, is the server's" };
const demo = ['002-006', '002-007', '002-011', '002-013', '002-015'];

export const counterparts: readonly Counterpart[] = [
  { seed: '001-006', object: 'Namespace/tutorial-dev' },
  { seed: '002-021', object: 'Namespace/tutorial-dev' },
  ...demo.map((seed) => ({ seed, object: 'Namespace/tutorial-demo', differs })),
  { seed: '002-020', object: 'ResourceQuota/quota' },
  { seed: '002-079', object: 'Namespace/tutorial-ingress-nginx' },
];
