import { type Minors, minorRange } from './minor-range';

/** What the schema says in one minor: of a field, or of a kind. */
export interface SchemaEntry {
  /** The type of a field in the notation of field-type.ts; the definition of a kind. */
  readonly type: string;

  /**
   * Of a field the keys of a list that is a map and the default, as `key=port,protocol;default=%22TCP%22`; the scope of a kind;
   * else empty.
   */
  readonly note: string;

  /** The field is required; the kind is off by default. */
  readonly marked: boolean;
}

/** What the schema says in those minors in which it says the same, but for the mark. */
export interface SchemaEntrySpan {
  readonly type: string;
  readonly note: string;
  readonly markedIn: Minors;
  readonly servedIn: Minors;
}

const NONE: Minors = new Set();
const RANGE = /^[\d,-]+$/;

function markText(marked: Minors, served: Minors, all: readonly string[]): string {
  if (marked.size === 0) return '';
  return marked.size === served.size ? '!' : `!${minorRange.format(marked, all)}`;
}

/**
 * The notation of the schema file for an entry: `[]core.v1.ServicePort key=port,protocol !-32 31-`. After the type
 * come, each only where it says something, the note, the mark with the minors it holds in, and the minors that have
 * the entry where they are not all that have its parent.
 */
export const schemaEntry = {
  /** `parent` is where the definition or the list of kinds exists that holds the entry. */
  format(span: SchemaEntrySpan, parent: Minors, all: readonly string[]): string {
    const range = span.servedIn.size === parent.size ? '' : minorRange.format(span.servedIn, all);
    return [span.type, span.note, markText(span.markedIn, span.servedIn, all), range].filter(Boolean).join(' ');
  },

  /** An entry without a range is served wherever its parent is. */
  parse(text: string, all: readonly string[]): SchemaEntrySpan {
    const [type = '', ...rest] = text.split(' ');
    const mark = rest.find((token) => token.startsWith('!'));
    const range = rest.find((token) => RANGE.test(token));
    const servedIn = minorRange.parse(range ?? '-', all);
    const markedIn = mark === undefined ? NONE : mark === '!' ? servedIn : minorRange.parse(mark.slice(1), all);
    return { type, note: rest.find((token) => token !== mark && token !== range) ?? '', markedIn, servedIn };
  },
};
