import picocolors from 'picocolors';
import type { Finding } from '../policies/finding';
import { counted } from './counted';
import { hanging } from './hanging';
import { location } from './location';
import { objectTitle } from './object-title';
import { printable } from './printable';
import type { Paper } from './report';

/** What became of the findings that have a mend. */
export interface Mended {
  readonly mended: readonly Finding[];
  readonly unmended: readonly { readonly finding: Finding; readonly reason: string }[];
}

/** What was mended, and what was left to people and why; a line each, for the terminal beside the report. */
export function mendedText({ mended, unmended }: Mended, verb: string, { colours, columns }: Paper): string {
  const { bold, dim, green, yellow } = picocolors.createColors(colours === 'ansi');
  const lines = mended.map((one) => `  ${green('+')} ${line(one)}  ${dim(`[${one.rule}]`)}`);
  const left = unmended.flatMap(({ finding, reason }) => [
    `  ${yellow('-')} ${line(finding)}  ${dim(`[${finding.rule}]`)}`,
    `      left alone: ${hanging(printable(reason), 6, columns)}`,
  ]);
  const files = new Set(mended.map(({ file }) => file)).size;
  const title =
    mended.length > 0 ? `${verb} ${counted(mended.length, 'finding')} in ${counted(files, 'file')}` : `${verb} nothing`;
  return [bold(title), ...lines, ...left, ''].join('\n');
}

function line({ object, message, ...place }: Finding): string {
  return printable(`${location({ file: place.file, line: place.line })}  ${objectTitle(object)}: ${message}`);
}
