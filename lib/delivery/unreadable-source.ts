import { invalidValue } from '../kubernetes/invalid-value';

/** A document that cannot be had, in one sentence. */
export class UnreadableSource extends Error {
  constructor(field: string, got: unknown, rule: string, mend: string) {
    super(invalidValue({ field, got, rule, mend }));
    this.name = 'UnreadableSource';
  }
}
