/** A value that cannot stand, said so that whoever wrote it can mend it without reading our code. */
export interface InvalidValue {
  /** Path of the field or prop, as its owner writes it: `spec.replicas`, `minReplicas`. */
  readonly field: string;
  /** What was given; `undefined` where something is missing. */
  readonly got: unknown;
  /** The rule that it breaks: lower case, no full stop. */
  readonly rule: string;
  /** What to do about it. */
  readonly mend: string;
}

/**
 * The one sentence for a wrong value, in the API server's own form.
 *
 * @example invalidValue({ field: 'minReplicas', got: 7, rule: 'must be at most maxReplicas (5)', mend: 'lower it' })
 * // minReplicas: invalid value 7: must be at most maxReplicas (5); lower it
 */
export function invalidValue({ mend, ...wrong }: InvalidValue): string {
  return `${invalidValueMessage(wrong)}; ${mend}`;
}

/** The sentence without what to do about it. */
export function invalidValueMessage({ field, got, rule }: Omit<InvalidValue, 'mend'>): string {
  const what = got === undefined ? '' : `invalid value ${shown(got)}: `;
  return `${field}: ${what}${rule}`;
}

/** A value as JSON, cut where it would drown the sentence around it. */
function shown(value: unknown): string {
  // JSON would make null of NaN and of Infinity
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
