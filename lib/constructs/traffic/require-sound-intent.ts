import type { Construct } from 'constructs';
import { InvalidProp } from '../invalid-prop';
import type { TrafficIntent } from './traffic-intent';
import type { Refusal, TrafficProvider } from './traffic-provider';

const HOST = /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+$/;
const TOKEN = /^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/;
/** What no provider takes in a path: empty or dotted segments, encoded slashes, queries and fragments, white space. */
const BAD_PATH = /\/\/|\/\.\.?(\/|$)|%2f|[?#\s]/i;

/**
 * Holds hosts, paths and canary rules against what every provider needs, then against what this one can do.
 *
 * @throws InvalidProp for the first that does not hold
 */
export function requireSoundIntent(scope: Construct, intent: TrafficIntent, provider: TrafficProvider): void {
  const [wrong] = [...addresses(intent), ...rules(intent)];
  if (wrong) throw new InvalidProp('InvalidTraffic', scope, wrong);
  const [refused] = provider.refusals(intent);
  if (refused) throw new InvalidProp('ProviderRefuses', scope, refused);
}

function addresses({ hosts, paths }: TrafficIntent): Refusal[] {
  const found: Refusal[] = [];
  if (hosts.length === 0)
    found.push({
      prop: 'hosts',
      got: hosts,
      rule: 'must name at least one',
      mend: 'a route without a host would answer for every host',
    });
  if (paths.length === 0)
    found.push({
      prop: 'paths',
      got: paths,
      rule: 'must name at least one',
      mend: 'add { path: "/", type: "Prefix" }',
    });
  for (const host of hosts) {
    const rule = HOST.test(host) && host.length <= 253 ? undefined : 'must be a host name in lower case, with a dot';
    if (rule)
      found.push({
        prop: 'hosts',
        got: host,
        rule,
        mend: 'write it as "hello.example.com", without scheme, port or path',
      });
  }
  for (const { path } of paths) {
    const rule =
      path.startsWith('/') && !BAD_PATH.test(path)
        ? undefined
        : 'must begin with "/" and have no empty or dotted segment, "%2f", "?" or "#"';
    if (rule) found.push({ prop: 'paths', got: path, rule, mend: 'write the path alone, such as "/api"' });
  }
  for (const [prop, all] of [
    ['hosts', hosts],
    ['paths', paths.map(({ path, type }) => `${type} ${path}`)],
  ] as const) {
    const twice = all.find((entry, index) => all.indexOf(entry) < index);
    if (twice !== undefined) found.push({ prop, got: twice, rule: 'must not be given twice', mend: 'remove one' });
  }
  return found;
}

function rules({ canary, stable }: TrafficIntent): Refusal[] {
  if (!canary) return [];
  const { weightPercent, header, headerValue, headerPattern, cookie, backend } = canary;
  const found: Refusal[] = [];
  const refuse = (prop: string, got: unknown, rule: string, mend: string) =>
    found.push({ prop: `canary.${prop}`, got, rule, mend });
  if (backend.service === stable.service)
    refuse('backend', backend.service, 'must not be the stable Service', 'give the canary a Service of its own');
  if (weightPercent === undefined && header === undefined && cookie === undefined) {
    refuse(
      'weightPercent',
      undefined,
      'must be given where no header or cookie is',
      'say who gets the canary; 0 is nobody yet',
    );
  }
  if (weightPercent !== undefined && !(Number.isInteger(weightPercent) && weightPercent >= 0 && weightPercent <= 100)) {
    refuse(
      'weightPercent',
      weightPercent,
      'must be a whole number from 0 to 100',
      'give the percent of requests that the canary gets',
    );
  }
  for (const [prop, got] of Object.entries({ header, cookie })) {
    if (got !== undefined && !TOKEN.test(got))
      refuse(prop, got, 'must be a name of letters, digits and "-"', 'write the name alone');
  }
  for (const [prop, got] of Object.entries({ headerValue, headerPattern })) {
    if (got !== undefined && header === undefined)
      refuse(prop, got, 'needs a header', 'name the header whose value it is');
    if (got === '') refuse(prop, got, 'must not be empty', 'leave it out, and "always" and "never" decide');
  }
  if (headerValue !== undefined && headerPattern !== undefined) {
    refuse('headerPattern', headerPattern, 'must not be given beside headerValue, which wins', 'keep one of them');
  }
  if (headerPattern !== undefined && !compiles(headerPattern)) {
    refuse('headerPattern', headerPattern, 'must be a regular expression', 'mend the expression');
  }
  return found;
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern) !== undefined;
  } catch {
    return false;
  }
}
