import type { Asked } from '../asked';
import { re2Expression } from '../expression';
import { pathPrefixMatches } from '../path-prefix-matches';
import type { HttpRouteMatch, NamedValue } from './http-route';

/** A match, compiled: whether it takes a request. */
export type RouteCondition = (asked: Asked) => boolean;

/** Compiles a match. An expression is searched for in headers; in paths, it stands for what it is found in. */
export function routeCondition({ path, method, headers, query }: HttpRouteMatch): RouteCondition {
  const takesPath = pathCondition(path);
  const tests = [
    ...headers.map(({ name, ...value }) => {
      const holds = valueCondition(value);
      return (asked: Asked) => holds(asked.headers.get(name.toLowerCase()));
    }),
    ...query.map(({ name, ...value }) => {
      const holds = valueCondition(value);
      return (asked: Asked) => holds(asked.query.get(name)?.[0]);
    }),
  ];
  return (asked) =>
    takesPath(asked.path) && (method === undefined || method === asked.method) && tests.every((test) => test(asked));
}

function pathCondition({ type, value }: HttpRouteMatch['path']): (path: string) => boolean {
  if (type === 'Exact') return (path) => path === value;
  if (type === 'PathPrefix') return (path) => pathPrefixMatches(value, path);
  const expression = re2Expression(value);
  return (path) => expression?.found(path) ?? false;
}

function valueCondition({ type, value }: Omit<NamedValue, 'name'>): (sent: string | undefined) => boolean {
  if (type === 'Exact') return (sent) => sent === value;
  const expression = re2Expression(value);
  return (sent) => sent !== undefined && (expression?.found(sent) ?? false);
}
