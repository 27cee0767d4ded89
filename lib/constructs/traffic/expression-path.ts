import { literalRegularExpression } from '../../kubernetes/regular-expression';
import type { IngressOptions } from './ingress-options';
import type { Route } from './site';

/** What a path is in an Ingress whose paths are regular expressions, and what it is rewritten to. */
export interface ExpressionPath {
  /** Regular expression that begins with "/" and means what the route's path does. */
  path(route: Pick<Route, 'path' | 'type'>): string;
  /**
   * What takes the place of the path, with `$1` to `$9` for its groups.
   *
   * @default - the path stays
   */
  readonly target?: string;
}

/** The words for paths that are regular expressions; nothing where plain paths do. */
export function expressionPathOf(
  routes: readonly Pick<Route, 'type'>[],
  { rewrite }: IngressOptions,
): ExpressionPath | undefined {
  if (!rewrite) return routes.some(({ type }) => type === 'RegularExpression') ? { path: expression } : undefined;
  if ('replaceExpressionMatch' in rewrite) return { path: wholeExpression, target: rewrite.replaceExpressionMatch };
  if ('replaceFullPath' in rewrite) return { path: wholeExpression, target: rewrite.replaceFullPath };
  const to = rewrite.replacePrefixMatch.replace(/\/$/, '');
  // "/api" alone has no slash to keep, and a path must have one
  return { path: prefixWithGroups, target: to === '' ? '/$2' : `${to}$1$2` };
}

function expression({ path, type }: Pick<Route, 'path' | 'type'>): string {
  if (type === 'RegularExpression') return path;
  if (type === 'Exact') return `${literalRegularExpression(path)}$`;
  return path === '/' ? path : `${literalRegularExpression(path.replace(/\/$/, ''))}(/|$)`;
}

/** Up to the end of the path: Traefik replaces what the expression matched, and leaves the rest. */
function wholeExpression(route: Pick<Route, 'path' | 'type'>): string {
  const path = expression(route);
  return /(?:\.\*\)?|\$)$/.test(path) ? path : `${path}.*`;
}

function prefixWithGroups({ path }: Pick<Route, 'path'>): string {
  return path === '/' ? '/()(.*)' : `${literalRegularExpression(path.replace(/\/$/, ''))}(/|$)(.*)`;
}
