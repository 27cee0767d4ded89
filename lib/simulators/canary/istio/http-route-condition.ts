import { manifestField, manifestFieldObject } from '../../../kubernetes/manifest-field';
import type { Asked } from '../asked';
import { re2Expression } from '../expression';

/** One of several conditions of a route of a VirtualService: all that it names has to hold. */
export interface HttpRouteCondition {
  holds(asked: Asked): boolean;
  /** In words: `uri prefix "/api"`. */
  readonly text: string;
  readonly match: unknown;
}

type Test = (asked: Asked) => boolean;

/**
 * Compiles an HTTPMatchRequest. A prefix counts letters, not segments; an expression has to be the whole value.
 *
 * @source istio.io/api@1.31.1 networking/v1/virtual_service.proto HTTPMatchRequest, StringMatch
 */
export function httpRouteCondition(match: unknown): HttpRouteCondition {
  const tests: Test[] = [];
  const words: string[] = [];
  const add = (name: string, value: unknown, of: (asked: Asked) => string | undefined) => {
    if (value === undefined) return;
    const holds = stringMatch(value, name === 'uri' && manifestField(match, 'ignoreUriCase') === true);
    tests.push((asked) => holds(of(asked)));
    words.push(`${name} ${inWords(value)}`);
  };
  add('uri', manifestField(match, 'uri'), ({ path }) => path);
  add('scheme', manifestField(match, 'scheme'), ({ scheme }) => scheme);
  add('method', manifestField(match, 'method'), ({ method }) => method);
  add('authority', manifestField(match, 'authority'), ({ host }) => host);
  for (const [name, value] of Object.entries(manifestFieldObject(match, 'headers')))
    add(`header ${name}`, value ?? {}, ({ headers }) => headers.get(name.toLowerCase()));
  for (const [name, value] of Object.entries(manifestFieldObject(match, 'queryParams')))
    add(`query ${name}`, value ?? {}, ({ query }) => query.get(name)?.[0]);
  for (const [name, value] of Object.entries(manifestFieldObject(match, 'withoutHeaders'))) {
    const holds = stringMatch(value ?? {}, false);
    tests.push(({ headers }) => !holds(headers.get(name.toLowerCase())));
    words.push(`not header ${name} ${inWords(value)}`);
  }
  return { match, text: words.join(', ') || 'everything', holds: (asked) => tests.every((test) => test(asked)) };
}

/** An empty one asks only that there is a value. */
function stringMatch(value: unknown, ignoresCase: boolean): (sent: string | undefined) => boolean {
  const { exact, prefix, regex } = manifestFieldObject({ value }, 'value');
  const folded = (text: unknown) => (ignoresCase ? String(text).toLowerCase() : String(text));
  if (exact !== undefined) return (sent) => sent !== undefined && folded(sent) === folded(exact);
  if (prefix !== undefined) return (sent) => sent !== undefined && folded(sent).startsWith(folded(prefix));
  if (regex === undefined) return (sent) => sent !== undefined;
  const expression = re2Expression(String(regex));
  return (sent) => sent !== undefined && (expression?.whole(sent) ?? false);
}

function inWords(value: unknown): string {
  const [[type, text] = ['', '']] = Object.entries(manifestFieldObject({ value }, 'value'));
  return type === '' ? 'is there' : `${type} ${JSON.stringify(text)}`;
}
