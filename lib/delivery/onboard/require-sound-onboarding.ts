import { nearest } from '../../kubernetes/nearest';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import type { Onboarding } from './onboarding';
import { OnboardingFailed } from './onboarding-failed';

/** Most characters of a name in a certificate. @see https://www.rfc-editor.org/rfc/rfc5280#appendix-A.1 */
const MOST_CHARACTERS = 64;
const MOST_DAYS = 365;

/**
 * Holds what is asked for against what a certificate can hold and Kubernetes takes for a person.
 *
 * @throws OnboardingFailed for the first that does not hold
 */
export function requireSoundOnboarding({ user, groups, days, environment, environments }: Onboarding): void {
  requireName('--user', user);
  for (const group of groups) requireName('--group', group);
  const twice = groups.find((group, index) => groups.indexOf(group) < index);
  if (twice)
    throw new OnboardingFailed({ field: '--group', got: twice, rule: 'must not be given twice', mend: 'remove one' });
  const wrong = wholeNumberProblem(days, 1, MOST_DAYS);
  if (wrong) {
    const mend = 'a certificate cannot be revoked: give as few as will do';
    throw new OnboardingFailed({ field: '--days', got: days, rule: wrong, mend });
  }
  const names = environments.map(({ name }) => name);
  if (environment === undefined || names.includes(environment)) return;
  const near = nearest(environment, names);
  const mend = near ? `write ${near}` : 'name one of those';
  throw new OnboardingFailed({ field: '--env', got: environment, rule: `must be one of ${names.join(', ')}`, mend });
}

function requireName(field: string, got: string): void {
  const rule = nameRule(got);
  if (rule) throw new OnboardingFailed({ field, got, ...rule });
}

function nameRule(got: string): { readonly rule: string; readonly mend: string } | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  if (got.trim() !== got || got === '' || /[\u0000-\u001f\u007f]/.test(got)) {
    return { rule: 'must be a name, without white space around it', mend: 'give it as role bindings name it' };
  }
  if (got.startsWith('system:')) {
    const mend = 'choose a name of your own, and grant it what it may do';
    return { rule: 'must not begin with "system:", which belongs to Kubernetes', mend };
  }
  if ([...got].length <= MOST_CHARACTERS) return undefined;
  return {
    rule: `must be at most ${MOST_CHARACTERS} characters, which is what a certificate holds`,
    mend: 'shorten it',
  };
}
