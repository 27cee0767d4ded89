import type { Counterpart } from './counterpart';

export const counterparts: readonly Counterpart[] = [
  { seed: '002-048', object: 'ReplicaSet/my-replica-set' },
  {
    seed: '002-049',
    object: 'Deployment/updated',
    differs: { kind: 'a ReplicaSet never replaces a Pod because its image changed' },
  },
  { seed: '002-050', object: 'ReplicaSet/my-replica-set' },
  { seed: '002-054', object: 'DaemonSet/my-daemon-set' },
  { seed: '002-055', object: 'DaemonSet/surging' },
  { seed: '002-056', object: 'DaemonSet/log-collector' },
  { seed: '002-057', object: 'StatefulSet/my-stateful-set' },
  { seed: '002-058', object: 'StatefulSet/my-stateful-set' },
];
