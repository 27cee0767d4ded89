import { fieldOfDocument } from '../kubernetes/yaml/document-part';
import type { Candidate, DocumentFix } from './finding';
import type { Rule, RuleContext, Violation } from './rule';

/** A question of whether a violation can be mended without anybody having to think. */
interface Question {
  readonly rule: Rule;
  readonly violation: Violation;
  readonly candidate: Candidate;
}

/** What a rule has to mend a violation in the file that it is from; nothing where it has nothing, or there is no file. */
export function documentFix({ rule, violation, candidate }: Question, context: RuleContext): DocumentFix | undefined {
  const { part } = candidate;
  const changes = (part && rule.fix?.(violation, context)) ?? [];
  if (!part || changes.length === 0) return undefined;
  return {
    document: part.document,
    changes: changes.map((change) => ({ ...change, field: fieldOfDocument(part, change.field) })),
  };
}
