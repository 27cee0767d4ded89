import { nearest } from '../kubernetes/nearest';
import type { Candidate } from './finding';

/** What the annotations of exceptions begin with; the name of the rule follows. */
const PREFIX = 'policy.exception/';

/** Somebody's word that an object may break a rule, written as an annotation on it. */
export interface Exception {
  /** Name of the rule. */
  readonly rule: string;
  readonly owner: string;
  readonly reason: string;
  /** Field of the annotation. */
  readonly field: string;
}

/** An annotation that is meant as an exception, and is none. */
export interface ExceptionFault {
  readonly field: string;
  readonly got: unknown;
  readonly rule: string;
  readonly mend: string;
}

/** What the annotations of an object come to. */
export interface Exceptions {
  readonly exceptions: readonly Exception[];
  readonly faults: readonly ExceptionFault[];
}

/** The exceptions that an object has, and what is wrong with those that are none. @param known names of all rules */
export function exceptionsOf({ manifest }: Candidate, known: readonly string[]): Exceptions {
  const annotations = Object.entries(manifest.metadata.annotations ?? {}).filter(([key]) => key.startsWith(PREFIX));
  const exceptions: Exception[] = [];
  const faults: ExceptionFault[] = [];
  for (const [key, got] of annotations) {
    const rule = key.slice(PREFIX.length);
    const [, owner, reason] = /^\s*([^:]*[^:\s])\s*:\s*(\S.*?)\s*$/s.exec(String(got)) ?? [];
    const field = `metadata.annotations[${key}]`;
    if (!known.includes(rule)) faults.push({ field, got, ...unknownRule(rule, known) });
    else if (owner && reason) exceptions.push({ rule, owner, reason, field });
    else faults.push({ field, got, rule: 'must say who allows it and why', mend: 'write "<owner>: <reason>"' });
  }
  return { exceptions, faults };
}

function unknownRule(rule: string, known: readonly string[]) {
  const near = nearest(rule, known);
  const mend = near ? `write ${PREFIX}${near}` : 'look it up with: npm run check -- --rules';
  return { rule: `must name a rule, and there is no "${rule}"`, mend };
}
