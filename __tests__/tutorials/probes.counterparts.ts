import type { Counterpart } from './counterpart';

export const counterparts: readonly Counterpart[] = [
  { seed: '002-034', object: 'Pod/three-probes' },
  { seed: '002-035', object: 'Pod/actuator' },
];
