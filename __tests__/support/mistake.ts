import type { Mistake } from '../../lib/constructs/mistake';
import { invalidValue } from '../../lib/kubernetes/invalid-value';

/** A mistake as its owner says it, without what to do about it: `Code prop: invalid value X: rule`. */
export function sentenceOf(mistake: Mistake | undefined): string {
  if (!mistake) return 'nothing refused';
  const { code, prop: field, ...rest } = mistake;
  const sentence = invalidValue({ field, ...rest });
  if (!/^\S.*[^.]$/.test(rest.mend)) throw new Error(`without a mend: ${sentence}`);
  return `${code} ${sentence.slice(0, -`; ${rest.mend}`.length)}`;
}
