/** Keys of a version, in the order in which they are written. */
const VERSION = ['repository', 'tag', 'digest', 'config', 'since'];

/** Keys that mean something in releases.json, by where they stand, in the order in which they are written. */
export const RELEASE_KEYS = {
  version: VERSION,
  canary: [...VERSION.slice(0, 4), 'weight', 'since'],
  rolling: [...VERSION, 'canary', 'previous'],
  blueGreen: ['live', 'releasing', 'blue', 'green', 'previous'],
} as const;
