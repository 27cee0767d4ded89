import type { FieldChange } from '../kubernetes/yaml/field-change';
import type { RuleContext, Violation } from './rule';

/**
 * What mends a violation whoever wrote the object, and whatever its program does; nothing where somebody has to think. Fields
 * are those of the object.
 */
export type Fix = (violation: Violation, context: RuleContext) => readonly FieldChange[];
