import { nearest } from '../kubernetes/nearest';
import type { Candidate } from './finding';

/** What the annotations of exceptions begin with; the name of the rule follows. */
export const EXCEPTION_PREFIX = 'policy.exception/';

/**
 * What such an annotation has to match, here and in an API server: an owner, a colon, and a reason. White space is spelled
 * out, because `\s` is not the same in both.
 */
export const EXCEPTION_PATTERN = '^[^:]*[^:\\t\\n\\f\\r ][^:]*:[\\t\\n\\f\\r ]*[^\\t\\n\\f\\r ]';

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
  const annotations = Object.entries(manifest.metadata.annotations ?? {}).filter(([key]) =>
    key.startsWith(EXCEPTION_PREFIX),
  );
  const exceptions: Exception[] = [];
  const faults: ExceptionFault[] = [];
  for (const [key, got] of annotations) {
    const rule = key.slice(EXCEPTION_PREFIX.length);
    const allowed = new RegExp(EXCEPTION_PATTERN).test(String(got));
    const [owner = '', ...reason] = String(got).split(':');
    const field = `metadata.annotations[${key}]`;
    if (!known.includes(rule)) faults.push({ field, got, ...unknownRule(rule, known) });
    else if (allowed) exceptions.push({ rule, owner: owner.trim(), reason: reason.join(':').trim(), field });
    else faults.push({ field, got, rule: 'must say who allows it and why', mend: 'write "<owner>: <reason>"' });
  }
  return { exceptions, faults };
}

function unknownRule(rule: string, known: readonly string[]) {
  const near = nearest(rule, known);
  const mend = near ? `write ${EXCEPTION_PREFIX}${near}` : 'look it up with: npm run check -- --rules';
  return { rule: `must name a rule, and there is no "${rule}"`, mend };
}
