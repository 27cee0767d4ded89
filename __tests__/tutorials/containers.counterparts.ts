import type { Counterpart } from './counterpart';

export const counterparts: readonly Counterpart[] = [
  { seed: '002-017', object: 'Pod/variables' },
  { seed: '002-018', object: 'Pod/command' },
  { seed: '002-026', object: 'Pod/multi-pod' },
  { seed: '002-027', object: 'Pod/prepared' },
  { seed: '002-030', object: 'Pod/debugged' },
  {
    seed: '002-031',
    object: 'Pod/debugged',
    differs: {
      kind: 'gone since Kubernetes 1.22: kubectl debug adds the container to the Pod while it runs',
      ephemeralContainers: 'as the kind',
    },
  },
  { seed: '002-032', object: 'Pod/restarted-on-failure' },
  { seed: '002-033', object: 'Pod/hooked' },
];
