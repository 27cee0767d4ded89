import { nearest } from './nearest';

/** Area and place as the IANA database writes them, or one of the older names that it keeps: `GB`, `EST5EDT`. */
const NAME = /^((US|[A-Z][a-z]\w*)(\/([A-Z][a-z]|GMT|UTC|UCT)[\w+-]*)+|[A-Z][\w+-]*)$/;

/**
 * Says why this names no time zone, or nothing where it does. Names are case-sensitive: Kubernetes looks for a file.
 *
 * @source kubernetes@1.36 pkg/apis/batch/validation/validation.go validateTimeZone
 */
export function timeZoneProblem(name: string): { readonly rule: string; readonly mend: string } | undefined {
  const canonical = canonicalOf(name);
  const otherCase = canonical !== name && canonical?.toLowerCase() === name.toLowerCase();
  if (canonical !== undefined && !otherCase && NAME.test(name)) return undefined;
  const guess = canonical ?? nearest(name, Intl.supportedValuesOf('timeZone'));
  const mend = guess === undefined ? 'name one such as "Europe/Berlin" or "Etc/UTC"' : `write "${guess}"`;
  return { rule: 'must be a time zone of the IANA database', mend };
}

/** The name that ICU prefers; of a zone that is known by no name, as `+01:00`, none. */
function canonicalOf(timeZone: string): string | undefined {
  try {
    const canonical = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
    return NAME.test(canonical) ? canonical : undefined;
  } catch {
    return undefined;
  }
}
