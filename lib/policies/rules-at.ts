import { LEVELS } from './levels';
import type { Level, Rule } from './rule';

/** Rules that hold at a level. */
export function rulesAt(level: Level, rules: readonly Rule[]): readonly Rule[] {
  const held = LEVELS.slice(0, LEVELS.indexOf(level) + 1);
  return rules.filter((rule) => held.includes(rule.level));
}
