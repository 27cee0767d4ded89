import { nameProblem } from '../../kubernetes/names';
import { regularExpressionProblem } from '../../kubernetes/regular-expression';
import { tlsSecrets } from './tls-secrets';
import type { HttpPath, TrafficIntent } from './traffic-intent';
import type { Refusal } from './traffic-provider';

/** A DNS name that is no IP address: its last part is not a number. */
const HOST = /^(?=.{1,253}$)(?!.*\.\d+$)(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+$/;
/** What no provider takes in a path: empty or dotted segments, encoded slashes, queries and fragments, white space. */
const BAD_PATH = /^[^/]|^$|\/\/|\/\.\.?(\/|$)|%2f|[?#\s]/i;

/** What is wrong with hosts, paths and certificates, whatever the provider. */
export function addressMistakes(intent: TrafficIntent): Refusal[] {
  const { paths } = intent;
  const hosts = intent.hosts === 'every' ? [] : intent.hosts;
  return [
    ...(intent.hosts === 'every'
      ? []
      : missing('hosts', hosts, 'name them, or write "every" to answer for every host')),
    ...missing('paths', paths, 'add { path: "/", type: "Prefix" }'),
    ...hosts.filter((host) => !HOST.test(host)).map(wrongHost),
    ...paths.flatMap(pathMistakes),
    ...repeated('hosts', hosts),
    ...repeated(
      'paths',
      paths.flatMap((path) => typedPaths(path, hosts)),
    ),
    ...hostMistakes(paths, hosts),
    ...secretMistakes(intent),
  ];
}

function missing(prop: string, got: readonly unknown[], mend: string): Refusal[] {
  return got.length > 0 ? [] : [{ prop, got, rule: 'must name at least one', mend }];
}

function wrongHost(got: string): Refusal {
  const mend = 'write it as "hello.example.com", without scheme, port or path';
  return { prop: 'hosts', got, rule: 'must be a host name in lower case, with a dot', mend };
}

function pathMistakes({ path: got, type }: HttpPath): Refusal[] {
  const prop = 'paths';
  if (type === 'RegularExpression') return expressionMistakes(got);
  if (!BAD_PATH.test(got)) return [];
  const rule = 'must begin with "/" and have no empty or dotted segment, "%2f", "?" or "#"';
  return [{ prop, got, rule, mend: 'write the path alone, such as "/api"' }];
}

function expressionMistakes(got: string): Refusal[] {
  const prop = 'paths';
  if (!/^\/\S*$/.test(got)) {
    const mend = 'write it without "^": it is matched from the beginning of the path';
    return [{ prop, got, rule: 'must begin with "/" and have no white space', mend }];
  }
  const rule = regularExpressionProblem(got);
  return rule ? [{ prop, got, rule, mend: 'mend it: RE2 has no lookaround, no backreference, no atomic group' }] : [];
}

/** A path, once for each host that it is said for. */
function typedPaths({ path, type, hosts }: HttpPath, all: readonly string[]): string[] {
  const typed = `${type} ${path}`;
  return hosts ? all.filter((host) => hosts.includes(host)).map((host) => `${typed} of ${host}`) : [typed];
}

function repeated(prop: string, all: readonly string[]): Refusal[] {
  const twice = all.filter((entry, index) => all.indexOf(entry) < index);
  return twice.map((got) => ({ prop, got, rule: 'must not be given twice', mend: 'remove one' }));
}

function hostMistakes(paths: readonly HttpPath[], hosts: readonly string[]): Refusal[] {
  const foreign = paths.flatMap((path) => path.hosts ?? []).filter((host) => !hosts.includes(host));
  const bare = hosts.filter((host) => !paths.some((path) => path.hosts?.includes(host) ?? true));
  return [
    ...foreign.map((got) => ({ prop: 'paths', got, rule: 'must be one of hosts', mend: 'add it there' })),
    ...bare.map((got) => ({ prop: 'hosts', got, rule: 'must have a path', mend: 'add one, or take the host out' })),
  ];
}

function secretMistakes(intent: TrafficIntent): Refusal[] {
  const secrets = tlsSecrets(intent);
  const named = secrets.flatMap(({ hosts }) => hosts);
  const prop = 'tlsSecret';
  return [
    ...secrets.flatMap(({ secret: got }) => {
      const rule = nameProblem('Secret', got);
      return rule ? [{ prop, got, rule, mend: 'give the name of a Secret' }] : [];
    }),
    ...named
      .filter((host) => intent.hosts !== 'every' && !intent.hosts.includes(host))
      .map((got) => ({ prop, got, rule: 'must be one of hosts', mend: 'add it there' })),
    ...repeated(prop, named),
  ];
}
