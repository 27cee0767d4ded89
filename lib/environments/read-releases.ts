import { invalidValue } from '../kubernetes/invalid-value';
import { InvalidReleases } from './invalid-releases';
import { LocatedJson } from './located-json';
import { releaseMistakes } from './release-mistakes';
import type { Releases } from './releases';
import type { ReleasesContext } from './releases-context';

/**
 * Reads what runs where.
 *
 * @throws InvalidReleases naming every mistake in the file at once
 */
export function readReleases(text: string, context: ReleasesContext): Releases {
  const json = new LocatedJson(context.file, text);
  const mistakes = releaseMistakes(json.value, context);
  if (mistakes.length > 0) {
    mistakes.sort((a, b) => json.offset(a.keys) - json.offset(b.keys));
    throw new InvalidReleases(mistakes.map((mistake) => `${json.place(mistake.keys)}: ${invalidValue(mistake)}`));
  }
  return json.value as Releases; // of this form, or there would be a mistake
}
