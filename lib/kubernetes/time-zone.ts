import { nearest } from './nearest';

/** Parts of a name as the IANA database writes them, and the older names that it keeps. */
const PART = /^[A-Z][A-Za-z0-9_+-]{0,13}$/;

/**
 * Says why this names no time zone, or nothing where it does. Names are case-sensitive: Kubernetes looks for a file.
 *
 * @source kubernetes@1.36 pkg/apis/batch/validation/validation.go validateTimeZone
 */
export function timeZoneProblem(name: string): { readonly rule: string; readonly mend: string } | undefined {
  const canonical = canonicalOf(name);
  const otherCase = canonical !== name && canonical?.toLowerCase() === name.toLowerCase();
  if (canonical !== undefined && !otherCase && name.split('/').every((part) => PART.test(part))) return undefined;
  const guess = canonical ?? nearest(name, Intl.supportedValuesOf('timeZone'));
  const mend = guess === undefined ? 'name one such as "Europe/Berlin" or "Etc/UTC"' : `write "${guess}"`;
  return { rule: 'must be a time zone of the IANA database', mend };
}

function canonicalOf(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
