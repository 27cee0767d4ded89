import picocolors from 'picocolors';
import { LEVELS } from '../policies/levels';
import type { RuleWords } from '../policies/rule-words';
import { SEVERITIES } from '../policies/severities';
import { hanging } from './hanging';
import type { Paper } from './report';

/** All rules in columns, level by level, the worst first: name, severity, and what goes wrong where it is broken. */
export function ruleList(rules: readonly RuleWords[], { colours, columns }: Paper): string {
  const { bold, red, yellow, blue } = picocolors.createColors(colours === 'ansi');
  const nameWidth = Math.max(...rules.map(({ id }) => id.length));
  const indent = 2 + nameWidth + 2 + 'warning'.length + 2;
  const colour = { error: red, warning: yellow, info: blue };
  const blocks = LEVELS.map((level) => {
    const held = rules.filter((rule) => rule.level === level);
    const sorted = SEVERITIES.flatMap((severity) => held.filter((rule) => rule.severity === severity));
    const lines = sorted.map(({ id, severity, why }) => {
      const mark = colour[severity](severity.padEnd('warning'.length));
      return `  ${id.padEnd(nameWidth)}  ${mark}  ${hanging(why, indent, columns)}`;
    });
    return [bold(level), ...lines].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}
