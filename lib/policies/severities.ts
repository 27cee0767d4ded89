import type { Severity } from './rule';

/** How much a broken rule can matter, the worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
