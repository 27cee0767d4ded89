import type { Counterpart } from './counterpart';

export const counterparts: readonly Counterpart[] = [
  { seed: '002-028', object: 'Pod/kube-apiserver' },
  { seed: '002-029', object: 'Pod/kube-scheduler' },
];
