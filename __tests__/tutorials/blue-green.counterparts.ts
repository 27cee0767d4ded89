import type { Counterpart } from './counterpart';

// the tutorials describe it by commands only: an image change and a label change by hand
export const counterparts: readonly Counterpart[] = [];
