import * as t from '@babel/types';
import type { Sources } from '../architecture/sources';
import { lineOf, syntaxOf, violation, walk } from '../architecture/syntax';

const PROMISE = /\b(TODO|FIXME|XXX|HACK)\b/;
const ISSUE = /#\d+|\/issues\/\d+/;
/** A line of a comment that is drawn, not said. */
const BANNER = /^[\s*/]*([-=*#~_+])\1{3,}|^\s*#?(end)?region\b/;

/** What someone meant to come back to: promises without an issue, banners, values of no type. */
export function leftoverViolations(sources: Sources): string[] {
  return [...sources.keys()].flatMap((file) => [...comments(sources, file), ...anyTypes(sources, file)]);
}

function comments(sources: Sources, file: string): string[] {
  return (syntaxOf(sources, file).comments ?? []).flatMap(({ value, loc }) =>
    value.split('\n').flatMap((text, index) => {
      const line = (loc?.start.line ?? 1) + index;
      const promise = PROMISE.exec(text)?.[0];
      return [
        ...(promise && !ISSUE.test(text)
          ? [violation(file, line, `${promise} without an issue`, 'do it, or name the issue: #123')]
          : []),
        ...(BANNER.test(text)
          ? [violation(file, line, 'a banner', 'remove it: what needs one is a file of its own')]
          : []),
      ];
    }),
  );
}

function anyTypes(sources: Sources, file: string): string[] {
  const found: string[] = [];
  walk(syntaxOf(sources, file), (node) => {
    if (t.isTSAnyKeyword(node)) {
      found.push(violation(file, lineOf(node), 'any', 'name the type, or take unknown and look at what it is'));
    }
  });
  return found;
}
