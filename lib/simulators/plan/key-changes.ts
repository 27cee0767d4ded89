import type { JsonObject, Manifest } from '../../kubernetes/manifest';
import { manifestFieldObject } from '../../kubernetes/manifest-field';
import { shownValue } from './shown-value';

/** Which keys of config differ, with their values where it is no Secret. */
export function keyChanges(before: Manifest, after: Manifest): string[] {
  const [from, to] = [contentOf(before), contentOf(after)];
  const isSecret = after.kind === 'Secret';
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return keys.flatMap((key) => {
    if (from[key] === to[key]) return [];
    if (from[key] === undefined) return [`${key} is new`];
    if (to[key] === undefined) return [`${key} is gone`];
    return [isSecret ? `${key} changes` : `${key} changes from ${shownValue(from[key])} to ${shownValue(to[key])}`];
  });
}

function contentOf(config: Manifest): JsonObject {
  return {
    ...manifestFieldObject(config, 'binaryData'),
    ...manifestFieldObject(config, 'data'),
    ...manifestFieldObject(config, 'stringData'),
  };
}
