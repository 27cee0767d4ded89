import type { Counterpart } from './counterpart';

export const counterparts: readonly Counterpart[] = [
  { seed: '001-001', object: 'Pod/hellok8s-pod' },
  { seed: '002-001', object: 'Pod/web-pod' },
  { seed: '002-005', object: 'Pod/nginx' },
  { seed: '002-008', object: 'Pod/local-time' },
  { seed: '002-009', object: 'Pod/frontend' },
  { seed: '002-012', object: 'Pod/nginx' },
  { seed: '002-014', object: 'Pod/always-pulled' },
  { seed: '002-016', object: 'Pod/private-image' },
  { seed: '002-019', object: 'Pod/sized' },
  { seed: '002-022', object: 'Pod/nginx' },
  { seed: '002-023', object: 'Pod/named-port' },
  { seed: '002-036', object: 'Pod/my-pod' },
  { seed: '002-064', object: 'Pod/myapp-pod' },
  { seed: '002-065', object: 'Pod/call-once' },
  { seed: '002-067', object: 'Pod/myapp-pod' },
  { seed: '002-077', object: 'Pod/hostname' },
  { seed: '002-078', object: 'Pod/subdomain' },
];
