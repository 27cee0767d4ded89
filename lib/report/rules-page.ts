import { EXCEPTION_RULE } from '../policies/exception-rule';
import { LEVELS } from '../policies/levels';
import type { Level } from '../policies/rule';
import type { RuleWords } from '../policies/rule-words';

/** Who each level is for. */
const AUDIENCE: Readonly<Record<Level, string>> = {
  baseline: 'everybody; its errors also stop `npm run synth`',
  production: 'who has users',
  strict: 'who has enemies',
};

/** The documentation of all rules, as Markdown. @param byNoun rules by what they are about */
export function rulesPage(byNoun: ReadonlyMap<string, readonly RuleWords[]>): string {
  const nouns = [...byNoun, ['exceptions', [EXCEPTION_RULE]] as const].sort(([a], [b]) => (a < b ? -1 : 1));
  const sorted = nouns.map(([noun, rules]) => [noun, [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))] as const);
  return [
    introduction(sorted.flatMap(([, rules]) => rules)),
    '## All rules\n',
    ...sorted.map(contents),
    ...sorted.map(([noun, rules]) => `## About: ${noun}\n\n${rules.map(section).join('\n')}`),
  ].join('\n');
}

function introduction(rules: readonly RuleWords[]): string {
  const atLevel = (level: Level) => rules.filter((rule) => rule.level === level).length;
  return `# Rules

Made by \`npm run rules\` from the rules themselves, in \`lib/policies/\`; edits are lost.

${rules.length} rules that manifests are held against: those of this project at every synthesis, and anybody's by
\`npm run check -- FILE|FOLDER|-\`. \`npm run check -- --explain RULE\` prints the section of a rule. An **error** does not work, or
is open to anybody; a **warning** fails one day; **info** is worth knowing.

| level | rules | who holds to it |
| --- | --- | --- |
${LEVELS.map((level, index) => `| ${level} | ${atLevel(level)}${index > 0 ? ' more' : ''} | ${AUDIENCE[level]} |`).join('\n')}

**Exceptions.** Whoever has to break a rule says who allows it and why, in an annotation of the object. Reports print it, and
one that says neither, or is needed no more, is found itself (\`${EXCEPTION_RULE.id}\`):

${fenced(EXCEPTION_RULE.examples.good)}

**Mends.** \`npm run check -- --fix\` writes those that are right whoever wrote the manifest and whatever its program does; rules
that have one are marked. It changes the lines that it has to and no others, checks everything again, and takes back a mend
after which its finding is still there or another error has come. \`--dry-run\` prints what it would do as a diff. What runs as
root, needs a capability, or writes to its own disk, only its program knows: such rules have no mend.
`;
}

function contents([noun, rules]: readonly [string, readonly RuleWords[]]): string {
  const lines = rules.map(({ id, severity, level, why }) => `- [${id}](#${id}), ${severity} from ${level} on: ${why}`);
  return `**${noun}**\n\n${lines.join('\n')}\n`;
}

function section(rule: RuleWords): string {
  const { id, severity, level, why, mend, source, examples, parameters = {}, misconceptions = [] } = rule;
  const settings = Object.entries(parameters).map(
    ([name, { meaning, standard }]) => `- Parameter \`${name}\`: ${meaning} Standard: \`${JSON.stringify(standard)}\``,
  );
  const said = misconceptions.map(
    ({ claim, truth, source: written }) => `> **Often said:** ${claim} **In truth:** ${truth} ([source](${written}))\n`,
  );
  const set = examples.parameters ? ` Parameters here: \`${JSON.stringify(examples.parameters)}\`.` : '';
  return [
    `### ${id}\n`,
    `**${severity}**, from level **${level}** on: ${why}.\n`,
    [
      `- What to do: ${mend}`,
      `- Checked: ${rule.admission ? 'here, and by an API server that has the admission policies' : 'here'}`,
      ...(rule.fix ? ['- Mended by `--fix`, where nobody has to think'] : []),
      ...settings,
      `- Source: <${source}>\n`,
    ].join('\n'),
    `Wrong:${set}\n\n${fenced(examples.bad)}\n`,
    `Right:\n\n${fenced(examples.good)}\n`,
    ...said,
  ].join('\n');
}

function fenced(yaml: string): string {
  return `\`\`\`yaml\n${yaml.trim()}\n\`\`\``;
}
