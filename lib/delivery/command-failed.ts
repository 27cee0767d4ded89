import { type InvalidValue, invalidValue } from '../kubernetes/invalid-value';

/** A command that cannot do what it was asked for: a mistake of its user, or of what it needs, in one sentence with what to do. */
export class CommandFailed extends Error {
  constructor(wrong: InvalidValue) {
    super(invalidValue(wrong));
    this.name = 'CommandFailed';
  }
}
