import { nearest } from '../kubernetes/nearest';
import { EXCEPTION_ANNOTATION } from './exception-annotation';
import type { Candidate } from './finding';

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
    key.startsWith(EXCEPTION_ANNOTATION.prefix),
  );
  const exceptions: Exception[] = [];
  const faults: ExceptionFault[] = [];
  for (const [key, got] of annotations) {
    const rule = key.slice(EXCEPTION_ANNOTATION.prefix.length);
    const allowed = new RegExp(EXCEPTION_ANNOTATION.pattern).test(String(got));
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
  const mend = near ? `write ${EXCEPTION_ANNOTATION.prefix}${near}` : 'look it up with: npm run check -- --rules';
  return { rule: `must name a rule, and there is no "${rule}"`, mend };
}
