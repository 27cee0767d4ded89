/** A class that extends Construct, and the docstring before it. */
const CONSTRUCT = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport class (\w+) extends Construct\b/g;

/** Where the table stands in a document. */
const PLACE = /(<!-- constructs: npm run readme -->\n)[\s\S]*?(<!-- \/constructs -->)/;

/**
 * The document with its table of constructs made anew: each with its folder and the first sentence of its docs.
 *
 * @param sources text by path of every file in lib/constructs
 * @throws Error where the document has no place for it
 */
export function withConstructTable(document: string, sources: ReadonlyMap<string, string>): string {
  if (!PLACE.test(document)) throw new Error('README.md: must have the place "<!-- constructs: npm run readme -->"');
  return document.replace(PLACE, (_, begin: string, end: string) => `${begin}${constructTable(sources)}${end}`);
}

function constructTable(sources: ReadonlyMap<string, string>): string {
  const rows = [...sources]
    .flatMap(([path, text]) =>
      [...text.matchAll(CONSTRUCT)].map(([, doc = '', name]) => ({ path, name, purpose: firstSentence(doc) })),
    )
    .map(({ path, name, purpose }) => [path.split('/')[2] ?? '', `[${name}](${path})`, purpose])
    .sort(([a, b], [c, d]) => `${a} ${b}`.localeCompare(`${c} ${d}`, 'en'));
  return aligned([['folder', 'construct', 'what it is'], ...rows]);
}

/** Rows of a Markdown table, its columns as wide as their widest cell: as the formatter of this project writes them. */
function aligned([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), ''].join('\n');
}

function firstSentence(doc: string): string {
  const text = doc
    .split('\n')
    .map((line) => line.replace(/^\s*\*?\s?/, '').trim())
    .join(' ')
    .trim();
  const [paragraph = ''] = text.split(/ {2,}|@\w+/);
  return (/^.*?\.(?= [A-Z`]|$)/.exec(paragraph)?.[0] ?? paragraph).replaceAll('|', '\\|');
}
