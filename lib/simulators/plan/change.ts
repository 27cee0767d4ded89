import type { ChangedField } from './changed-field';
import type { ObjectKey } from './object-key';
import type { Verdict } from './verdicts';

/** What one object is in for. */
export interface Change {
  readonly verdict: Verdict;
  readonly object: ObjectKey;
  /** What it is called until now; of a `replaced` one only. */
  readonly from?: ObjectKey;
  /** Environment that it belongs to; an empty text for what governs the cluster. */
  readonly environment: string;
  /** Folder of the output that it lies in, which is a cluster; an empty text for the home cluster. */
  readonly folder: string;
  /** Fields that change; none of an object that comes or goes. What Secrets hold is never shown. */
  readonly fields: readonly ChangedField[];
  /** Why, and what follows: sentences without a full stop, the most important first. */
  readonly because: readonly string[];
  /** What to do about it, where something can be done. */
  readonly mend?: string;
  /** Whether its controller makes a new revision of the Pod template, and so Pods of it, now or when they are next made. */
  readonly newRevision: boolean;
}

/** Whether a change has to be allowed by name. */
export function isDangerous({ verdict }: Pick<Change, 'verdict'>): boolean {
  return verdict === 'refused' || verdict === 'loses-data';
}
