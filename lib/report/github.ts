import type { Finding } from '../policies/finding';
import type { Severity } from '../policies/rule';
import { objectTitle } from './object-title';
import { printable } from './printable';
import type { Report } from './report';
import { summary } from './summary';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * For a workflow of GitHub: an annotation on the line of each finding, and a sentence for the log.
 *
 * @source actions/toolkit@main packages/core/src/command.ts escapeData, escapeProperty
 */
export const github: Report = (checked) => {
  const { findings, unreadable } = checked;
  const annotations = [
    ...findings.map(annotation),
    ...unreadable.map(({ rule, mend, ...place }) =>
      command('error', { ...place, title: 'not readable' }, `${rule}; ${mend}`),
    ),
  ];
  return [...annotations, printable(summary(checked)), ''].join('\n');
};

function annotation({ rule, severity, message, mend, file, line, column, object }: Finding): string {
  const title = `${objectTitle(object)}: ${rule}`;
  return command(COMMANDS[severity], { file, line, column, title }, `${message}; ${mend}`);
}

interface Properties {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly title: string;
}

function command(name: string, { file, line, column: col, title }: Properties, message: string): string {
  const given = Object.entries({ file, line, col, title }).filter(([, value]) => value !== undefined);
  const properties = given.map(([key, value]) => `${key}=${escapedProperty(String(value))}`).join(',');
  return `::${name} ${properties}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
