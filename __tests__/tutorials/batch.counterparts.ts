import type { Counterpart } from './counterpart';

export const counterparts: readonly Counterpart[] = [
  { seed: '002-059', object: 'Job/my-job' },
  { seed: '002-060', object: 'CronJob/my-cronjob' },
];
