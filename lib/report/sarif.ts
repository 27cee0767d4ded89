import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Place } from '../kubernetes/yaml/place';
import type { Finding } from '../policies/finding';
import type { Excused } from '../policies/judge';
import type { Severity } from '../policies/rule';
import { everyRule, type RuleWords } from '../policies/rule-words';
import { objectTitle } from './object-title';
import type { Report } from './report';

/** Levels of SARIF. */
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * For code scanning: SARIF 2.1.0. Excused findings are in it as suppressed ones.
 *
 * @source https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export const sarif: Report = ({ findings, excused, unreadable }) => {
  const named = new Set([...findings, ...excused].map(({ rule }) => rule));
  const rules = everyRule().filter(({ id }) => named.has(id));
  const resultOf = (finding: Finding) => result(finding, rules);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'npm run check', rules: rules.map(reportingDescriptor) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: unreadable.length === 0,
            toolExecutionNotifications: unreadable.map(({ rule, mend, ...place }) => ({
              level: 'error',
              message: { text: `${rule}; ${mend}` },
              locations: [physical(place)],
            })),
          },
        ],
        results: [...findings.map(resultOf), ...excused.map((one) => ({ ...resultOf(one), ...suppressed(one) }))],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function reportingDescriptor({ id, severity, level, why, mend, source, examples }: RuleWords) {
  return {
    id,
    shortDescription: { text: why },
    help: {
      text: `${why}; ${mend}`,
      markdown: `${why}; ${mend}\n\nWrong:\n\n${fenced(examples.bad)}\n\nRight:\n\n${fenced(examples.good)}\n`,
    },
    helpUri: source,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['kubernetes', level] },
  };
}

function fenced(yaml: string): string {
  return `\`\`\`yaml\n${yaml.trim()}\n\`\`\``;
}

function result(
  { rule, severity, message, mend, file, line, column, construct, object }: Finding,
  rules: readonly RuleWords[],
) {
  const logical = { fullyQualifiedName: construct ?? objectTitle(object), kind: 'object' };
  const place = file === undefined ? {} : physical({ file, line, column });
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: `${message}; ${mend}` },
    locations: [{ ...place, logicalLocations: [logical] }],
  };
}

function physical({ file, line, column }: { readonly file: string } & Partial<Place>) {
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column } };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } };
}

/** A reference that is relative to the root of the repository, or the whole address of a file that may lie elsewhere. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return encodeURI(file.replaceAll('\\', '/')).replace(/[?#]/g, encodeURIComponent);
}

function suppressed({ owner, reason }: Excused) {
  return { suppressions: [{ kind: 'inSource', justification: `${owner}: ${reason}` }] };
}
