import { isScalar, visit } from 'yaml';
import type { PlacedDocument } from './placed-document';
import { firstSlip } from './slip';
import { templateIn } from './template-in';
import type { Unreadable } from './unreadable';

/** Why a document is no YAML; nothing where it is. */
export function documentFault(placed: PlacedDocument): Unreadable | undefined {
  const { document, file, text, placeAt } = placed;
  const [start, , end] = document.range;
  const [error] = document.errors;
  const oddKey = error ? undefined : oddKeyIn(placed);
  const offset = error?.pos[0] ?? oddKey;
  if (offset === undefined) return undefined;

  const place = placeAt(offset);
  const expression = templateIn(text.slice(start, end));
  if (expression) {
    const found = placeAt(start + text.slice(start, end).indexOf(expression));
    const mend = 'render it first, and check what comes out: helm template CHART | npm run check -- -';
    return { file, ...found, rule: `must be plain YAML, and is a template: ${expression}`, mend };
  }
  const slip = firstSlip(text, placeAt(start).line, Math.max(place.line, error ? 0 : placeAt(end).line));
  if (slip) return { file, ...slip };
  return { file, ...place, rule: `must be YAML: ${sentence(error?.message)}`, mend: mendOf(error?.code) };
}

/** A key that nobody meant: a map or a list, which is what a template looks like, or one that begins with a hidden space. */
function oddKeyIn({ document }: PlacedDocument): number | undefined {
  let found: number | undefined;
  visit(document, {
    Pair(_, { key }) {
      const isText = isScalar(key) || key === null;
      if (isText && !(isScalar(key) && /^[\u00a0\u3000]/.test(String(key.value)))) return undefined;
      found = (key as { range?: [number, number, number] }).range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

function sentence(message = 'a key must be text'): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '');
}

/** What to do, by the parser's code of an error. */
const MENDS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'replace each tab by two spaces',
  DUPLICATE_KEY: 'the last of them would win: remove the others',
  BAD_INDENT: 'indent it as deep as its neighbours',
  MISSING_CHAR: 'look for a missing colon, comma, quote or bracket',
  BLOCK_AS_IMPLICIT_KEY: 'put it on a line of its own, or quote the value',
  BAD_ALIAS: 'write the anchor (&name) before the alias (*name)',
};

function mendOf(code = ''): string {
  return MENDS[code] ?? 'correct the indentation or the quotes here';
}
