import type { Counterpart } from './counterpart';

const template = 'in the template of the Deployment';

export const counterparts: readonly Counterpart[] = [
  { seed: '002-038', object: 'Pod/on-node' },
  { seed: '002-039', object: 'Pod/node-selector' },
  { seed: '002-040', object: 'Pod/required-nodes' },
  { seed: '002-041', object: 'Pod/near-backend' },
  { seed: '002-042', object: 'Pod/away-from-frontend' },
  { seed: '002-044', object: 'Pod/tolerant' },
  {
    seed: '002-045',
    object: 'Pod/sensitive-app',
    differs: { 'spec.affinity': 'dedicated nodes are asked for by nodeSelector, and let in by the toleration' },
  },
  { seed: '002-046', object: 'Pod/preferred-nodes' },
  {
    seed: '002-047',
    object: 'Deployment/my-app',
    differs: {
      kind: 'one Pod has no copies to keep apart',
      'spec.affinity': template,
      'spec.containers': template,
    },
  },
];
