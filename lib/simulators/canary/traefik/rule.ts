import type { Asked } from '../asked';
import { type RuleMatcher, ruleMatcher } from './rule-matcher';
import { type RuleTree, ruleTree } from './rule-tree';

/** A rule, compiled. */
export interface Rule {
  /** Whether it takes a request. */
  matches(asked: Asked): boolean;
  /** Whether it would, were only the hosts looked at. */
  isForHost(asked: Asked): boolean;
  /** Its matchers, as they were written. */
  readonly matchers: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** Compiles a rule; a sentence where Traefik refuses it, and makes no router. */
export function compiledRule(text: string): Rule | string {
  const tree = ruleTree(text);
  if (typeof tree === 'string') return tree;
  const matchers: { readonly name: string; readonly values: readonly string[] }[] = [];
  const compile = (one: RuleTree): Compiled | string => {
    if (one.kind === 'matcher') {
      matchers.push({ name: one.name, values: one.values });
      const matcher = ruleMatcher(one.name, one.values);
      return typeof matcher === 'string' ? matcher : ofMatcher(matcher);
    }
    if (one.kind === 'not') return turned(compile(one.inner));
    return joined(one.kind, compile(one.left), compile(one.right));
  };
  const compiled = compile(tree);
  return typeof compiled === 'string' ? compiled : { ...compiled, matchers };
}

type Compiled = Pick<Rule, 'matches' | 'isForHost'> & { readonly about: RuleMatcher['about'] };

function ofMatcher({ about, matches }: RuleMatcher): Compiled {
  return { about, matches, isForHost: (asked) => about === 'other' || matches(asked) };
}

function turned(inner: Compiled | string): Compiled | string {
  if (typeof inner === 'string') return inner;
  const { about, matches } = inner;
  return {
    about,
    matches: (asked) => !matches(asked),
    isForHost: (asked) => about === 'other' || !matches(asked),
  };
}

function joined(kind: 'and' | 'or', left: Compiled | string, right: Compiled | string): Compiled | string {
  if (typeof left === 'string') return left;
  if (typeof right === 'string') return right;
  const about = left.about === right.about ? left.about : 'other';
  if (kind === 'and') {
    return {
      about,
      matches: (asked) => left.matches(asked) && right.matches(asked),
      isForHost: (asked) => left.isForHost(asked) && right.isForHost(asked),
    };
  }
  return {
    about,
    matches: (asked) => left.matches(asked) || right.matches(asked),
    isForHost: (asked) => left.isForHost(asked) || right.isForHost(asked),
  };
}
