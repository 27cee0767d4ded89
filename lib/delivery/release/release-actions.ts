import { abortRelease } from './abort-release';
import { promoteRelease } from './promote-release';
import type { ReleaseAction } from './release-order';
import { rollbackRelease } from './rollback-release';
import { setRelease } from './set-release';
import { startRelease } from './start-release';
import { stepRelease } from './step-release';

/** What can be done to a release, by the word of the command. */
export const RELEASE_ACTIONS = {
  set: setRelease,
  start: startRelease,
  step: stepRelease,
  promote: promoteRelease,
  abort: abortRelease,
  rollback: rollbackRelease,
} as const satisfies Readonly<Record<string, ReleaseAction>>;

/** Name of an action. */
export type ReleaseActionName = keyof typeof RELEASE_ACTIONS;
