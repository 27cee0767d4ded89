import type { TrafficIntent } from './traffic-intent';
import type { Refusal } from './traffic-provider';

/** A DNS name that is no IP address: its last part is not a number. */
const HOST = /^(?=.{1,253}$)(?!.*\.\d+$)(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+$/;
/** What no provider takes in a path: empty or dotted segments, encoded slashes, queries and fragments, white space. */
const BAD_PATH = /^[^/]|^$|\/\/|\/\.\.?(\/|$)|%2f|[?#\s]/i;

/** What is wrong with hosts and paths, whatever the provider. */
export function addressMistakes({ hosts, paths }: TrafficIntent): Refusal[] {
  const typed = paths.map(({ path, type }) => `${type} ${path}`);
  return [
    ...missing('hosts', hosts, 'a route without a host would answer for every host'),
    ...missing('paths', paths, 'add { path: "/", type: "Prefix" }'),
    ...hosts.filter((host) => !HOST.test(host)).map(wrongHost),
    ...paths.filter(({ path }) => BAD_PATH.test(path)).map(({ path }) => wrongPath(path)),
    ...repeated('hosts', hosts),
    ...repeated('paths', typed),
  ];
}

function missing(prop: string, got: readonly unknown[], mend: string): Refusal[] {
  return got.length > 0 ? [] : [{ prop, got, rule: 'must name at least one', mend }];
}

function wrongHost(got: string): Refusal {
  const mend = 'write it as "hello.example.com", without scheme, port or path';
  return { prop: 'hosts', got, rule: 'must be a host name in lower case, with a dot', mend };
}

function wrongPath(got: string): Refusal {
  const rule = 'must begin with "/" and have no empty or dotted segment, "%2f", "?" or "#"';
  return { prop: 'paths', got, rule, mend: 'write the path alone, such as "/api"' };
}

function repeated(prop: string, all: readonly string[]): Refusal[] {
  const twice = all.filter((entry, index) => all.indexOf(entry) < index);
  return twice.map((got) => ({ prop, got, rule: 'must not be given twice', mend: 'remove one' }));
}
