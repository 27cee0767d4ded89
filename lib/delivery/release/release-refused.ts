import { type InvalidValue, invalidValue } from '../../kubernetes/invalid-value';

/** A release that makes no sense, in one sentence with what to do. */
export class ReleaseRefused extends Error {
  constructor(problem: InvalidValue) {
    super(invalidValue(problem));
    this.name = 'ReleaseRefused';
  }
}
