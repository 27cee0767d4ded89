import type { Counterpart } from './counterpart';

export const counterparts: readonly Counterpart[] = [
  { seed: '001-007', object: 'ConfigMap/hellok8s-config' },
  { seed: '001-008', object: 'Pod/hellok8s' },
  {
    seed: '002-099',
    object: 'Deployment/https',
    differs: { kind: 'a private key stands in no manifest: the Deployment names the Secret, which is made elsewhere' },
  },
  { seed: '002-118', object: 'ConfigMap/my-config' },
  { seed: '002-119', object: 'Pod/one-variable' },
  { seed: '002-120', object: 'Pod/one-file' },
  { seed: '002-121', object: 'Pod/site-of-a-pod' },
  { seed: '002-122', object: 'Deployment/one-key' },
  { seed: '002-123', object: 'Secret/my-secret' },
  { seed: '002-124', object: 'Deployment/secret-variables' },
  { seed: '002-125', object: 'Deployment/secret-files' },
  { seed: '002-126', object: 'Secret/my-secret' },
  { seed: '002-127', object: 'Deployment/secret-files' },
];
