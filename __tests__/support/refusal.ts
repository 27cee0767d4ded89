import { InvalidProp } from '../../lib/constructs/invalid-prop';

/**
 * What a construct says when it refuses its props: `Code [path] prop: invalid value X: rule`. What to do about it, after
 * the last `; `, must be there too, in words that may change.
 */
export function refusalOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (!(error instanceof InvalidProp)) throw error;
    const [, sentence] = /^(\[.+?\] [^:]+: .+?); \S.*[^.]$/.exec(error.message) ?? [];
    return `${error.code} ${sentence ?? `without a mend: ${error.message}`}`;
  }
  return 'nothing refused';
}
