import type { Counterpart } from './counterpart';

export const counterparts: readonly Counterpart[] = [
  { seed: '001-010', object: 'HorizontalPodAutoscaler/vpa-hpa-deployment' },
  { seed: '002-062', object: 'HorizontalPodAutoscaler/example-app' },
  { seed: '002-063', object: 'HorizontalPodAutoscaler/example-app' },
  { seed: '003-001', object: 'PodDisruptionBudget/zookeeper' },
  { seed: '003-002', object: 'VerticalPodAutoscaler/my-app' },
];
