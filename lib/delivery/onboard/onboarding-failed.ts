import { invalidValue } from '../../kubernetes/invalid-value';

/** A mistake of whoever onboards, or a cluster that cannot do it, in one sentence with what to do. */
export class OnboardingFailed extends Error {
  constructor({ field, got, rule, mend }: Parameters<typeof invalidValue>[0]) {
    super(invalidValue({ field, got, rule, mend }));
    this.name = 'OnboardingFailed';
  }
}
