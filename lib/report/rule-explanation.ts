import picocolors from 'picocolors';
import type { RuleWords } from '../policies/rule-words';
import { hanging } from './hanging';
import type { Paper } from './report';

/** What a rule is about, for who has just met it. */
export function ruleExplanation(rule: RuleWords, { colours, columns }: Paper): string {
  const { bold, dim, red, green } = picocolors.createColors(colours === 'ansi');
  const { id, severity, level, why, mend, source, examples, parameters = {}, misconceptions = [], admission } = rule;
  const indent = 'parameter  '.length;
  const line = (word: string, said: string) => `${dim(word.padEnd(indent))}${hanging(said, indent, columns)}`;
  const settings = Object.entries(parameters).map(([name, { meaning, standard }]) =>
    line('parameter', `${name}: ${meaning} Standard: ${JSON.stringify(standard)}`),
  );
  return [
    `${bold(id)}  ${severity}, from level ${level} on`,
    '',
    line('why', why),
    line('mend', mend),
    line('source', source),
    ...settings,
    ...misconceptions.map(({ claim, truth }) => line('not so', `"${claim}": ${truth}`)),
    ...(admission ? [line('checked', 'here, and by an API server that has the admission policies')] : []),
    '',
    red('wrong'),
    indented(examples.bad),
    '',
    green('right'),
    indented(examples.good),
    '',
  ].join('\n');
}

function indented(yaml: string): string {
  return yaml.trim().replace(/^(?=.)/gm, '  ');
}
