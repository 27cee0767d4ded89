import { CommandFailed } from '../command-failed';

/** A mistake of whoever onboards, or a cluster that cannot do it, in one sentence with what to do. */
export class OnboardingFailed extends CommandFailed {}
