import type { Level } from './rule';

/** Levels, each of which has all rules of those before it. */
export const LEVELS: readonly Level[] = ['baseline', 'production', 'strict'];
