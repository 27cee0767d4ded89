import type { Counterpart } from './counterpart';

/** None: the tutorial has headings here, and no manifests. */
export const counterparts: readonly Counterpart[] = [];
