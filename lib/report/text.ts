import picocolors from 'picocolors';
import type { Checked } from '../policies/checked';
import { fails } from '../policies/fails';
import type { Finding } from '../policies/finding';
import { SEVERITIES } from '../policies/severities';
import { counted } from './counted';
import { hanging } from './hanging';
import { location } from './location';
import { objectTitle } from './object-title';
import { printable } from './printable';
import type { Paper, Report } from './report';
import { summary } from './summary';

type Colours = ReturnType<typeof picocolors.createColors>;

/** How wide the column is that says how much a finding matters. */
const SEVERITY_WIDTH = 'warning'.length;

/** For people: by object, with the place of each finding, what is wrong, and on the next line how to mend it. */
export const text: Report = (checked, paper) => {
  const colours = picocolors.createColors(paper.colours === 'ansi');
  const page = { ...paper, colours };
  const loud = checked.findings.filter((finding) => isLoud(finding, checked));
  const placeWidth = Math.max(0, ...loud.map((finding) => placeOf(finding).length));
  const blocks = [
    ...byObject(loud).map((findings) => objectBlock(findings, placeWidth, page)),
    ...quietBlock(checked, page),
    ...excusedBlock(checked, colours),
    ...unreadableBlock(checked, page),
    closing(checked, colours),
  ];
  return `${blocks.join('\n\n')}\n`;
};

/** What is only worth knowing would drown the rest, and is told by rule; unless it fails the check. */
function isLoud(finding: Finding, { failOn }: Checked): boolean {
  return finding.severity !== 'info' || fails(finding, failOn);
}

interface Page extends Omit<Paper, 'colours'> {
  readonly colours: Colours;
}

function byObject(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { file, construct, object } = finding;
    const key = [file, construct, object.apiVersion, objectTitle(object)].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const rank = ({ severity }: Finding) => SEVERITIES.indexOf(severity);
  return [...groups.values()].map((group) => group.sort((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0)));
}

/** Where in the file; the file itself is in the title. */
function placeOf({ line, column }: Finding): string {
  return line === undefined ? '' : `${line}:${column}`;
}

function objectBlock(findings: readonly Finding[], placeWidth: number, { colours, columns }: Page): string {
  const [first] = findings;
  if (!first) return '';
  const from = first.file === undefined ? `[${first.construct}]` : location({ file: first.file, line: first.line });
  const title = `${colours.bold(printable(objectTitle(first.object)))}  ${colours.dim(printable(from))}`;
  const indent = 2 + SEVERITY_WIDTH + 2 + (placeWidth > 0 ? placeWidth + 2 : 0);
  const lines = findings.flatMap((finding) => {
    const place = placeWidth > 0 ? `${placeOf(finding).padStart(placeWidth)}  ` : '';
    const severity = coloured(finding, colours)(finding.severity.padEnd(SEVERITY_WIDTH));
    const wrong = hanging(printable(finding.message), indent, columns);
    const mend = hanging(`${printable(finding.mend)} [${finding.rule}]`, indent, columns);
    return [`  ${severity}  ${colours.dim(place)}${wrong}`, `${' '.repeat(indent)}${dimRule(mend, finding, colours)}`];
  });
  return [title, ...lines].join('\n');
}

function dimRule(mend: string, { rule }: Finding, { cyan, dim }: Colours): string {
  const end = `[${rule}]`;
  return `${cyan(mend.slice(0, -end.length))}${dim(end)}`;
}

function coloured({ severity }: Finding, { red, yellow, blue }: Colours): (word: string) => string {
  return { error: red, warning: yellow, info: blue }[severity];
}

/** So many places of one rule are named. */
const MOST_PLACES = 3;

function quietBlock(checked: Checked, { colours, columns }: Page): string[] {
  const quiet = checked.findings.filter((finding) => !isLoud(finding, checked));
  const rules = [...new Set(quiet.map(({ rule }) => rule))];
  if (rules.length === 0) return [];
  const lines = rules.flatMap((rule) => {
    const found = quiet.filter((finding) => finding.rule === rule);
    const places = found
      .slice(0, MOST_PLACES)
      .map((one) => one.construct ?? location({ file: one.file, line: one.line }));
    const more = found.length > MOST_PLACES ? ` and ${found.length - MOST_PLACES} more` : '';
    const mend = printable(found[0]?.mend ?? '');
    return [
      `  ${colours.blue(rule)}  ${counted(found.length, 'time')}: ${hanging(mend, 4, columns)}`,
      `    ${colours.dim(hanging(printable(places.join(', ') + more), 4, columns))}`,
    ];
  });
  return [[`${colours.bold('Worth knowing')}  ${colours.dim('each by itself: --fail-on info')}`, ...lines].join('\n')];
}

function excusedBlock({ excused }: Checked, { bold, dim }: Colours): string[] {
  if (excused.length === 0) return [];
  const lines = excused.map((finding) => {
    const where = dim(printable(`${location(finding)}`));
    return `  ${printable(objectTitle(finding.object))}: ${finding.rule}, by ${printable(`${finding.owner}: ${finding.reason}`)}  ${where}`;
  });
  return [[bold('Excused'), ...lines].join('\n')];
}

function unreadableBlock({ unreadable }: Checked, { colours, columns }: Page): string[] {
  if (unreadable.length === 0) return [];
  const lines = unreadable.flatMap(({ rule, mend, ...place }) => [
    `  ${printable(location(place))}`,
    `    ${hanging(printable(rule), 4, columns)}`,
    `    ${colours.cyan(hanging(printable(mend), 4, columns))}`,
  ]);
  return [[colours.bold(colours.red('Not readable')), ...lines].join('\n')];
}

function closing(checked: Checked, { bold, green, red, yellow, dim }: Colours): string {
  const { findings, failOn, unreadable } = checked;
  const bad = unreadable.length > 0 || findings.some((finding) => fails(finding, failOn));
  const colour = bad ? red : findings.length > 0 ? yellow : green;
  const first = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  const hint = first ? `\n${dim(`why a rule is there: npm run check -- --explain ${first.rule}`)}` : '';
  return `${bold(colour(summary(checked)))}${hint}`;
}
