import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';

/** Lines around a change that are shown. */
const CONTEXT = 3;

/** What changed between two texts, as `diff -u` has it and `patch` takes it; empty where nothing did. */
export function patch(file: string, before: string, after: string): string {
  const changes = structuredPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: CONTEXT });
  return changes.hunks.length === 0 ? '' : formatPatch(changes, FILE_HEADERS_ONLY);
}
