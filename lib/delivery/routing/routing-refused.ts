import { type InvalidValue, invalidValue } from '../../kubernetes/invalid-value';

/** A question that cannot be asked: which part of it, and how to mend it. */
export class RoutingRefused extends Error {
  constructor(problems: readonly InvalidValue[]) {
    super(problems.map(invalidValue).join('\n'));
  }
}
