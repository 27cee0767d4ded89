import type { Counterpart } from './counterpart';

export const counterparts: readonly Counterpart[] = [
  { seed: '002-128', object: 'Pod/shared-folder' },
  { seed: '002-129', object: 'Pod/one-folder' },
  { seed: '002-130', object: 'Pod/write-and-read' },
  { seed: '002-131', object: 'Pod/node-folder' },
];
