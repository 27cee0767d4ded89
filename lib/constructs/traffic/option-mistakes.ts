import type { Duration } from 'cdk8s';
import { cidrProblem } from '../../kubernetes/cidr';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import type { Cors, IngressOptions, Rewrite } from './ingress-options';
import type { TrafficIntent } from './traffic-intent';
import type { Refusal } from './traffic-provider';

const URL =
  /^https?:\/\/[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:[1-9]\d{0,4})?(\/[-._~a-zA-Z0-9/:]*)?(\?[-._~a-zA-Z0-9/:&=]*)?$/;
const NEW_PATH = /^\/[-._~a-zA-Z0-9/]*$/;
const NEW_PATH_WITH_GROUPS = /^\/([-._~a-zA-Z0-9/]|\$[1-9])*$/;
const COOKIE = /^[-._~a-zA-Z0-9]+$/;
const ORIGIN = /^(\*|https?:\/\/[-.a-z0-9]+(:\d+)?)$/;
const MOST = 2 ** 31 - 1;

/** What is wrong with the options of an Ingress, whatever the provider. */
export function optionMistakes(intent: TrafficIntent): Refusal[] {
  const { redirect, rewrite, sessionCookie, cors, requestsPerSecondPerClient, connectionsPerClient } = intent;
  return [
    ...(redirect ? unlike(URL, 'redirect', redirect.url, PLAIN_URL) : []),
    ...(redirect && intent.canary ? [{ prop: 'redirect', got: redirect.url, ...NOBODY_ANSWERS }] : []),
    ...(rewrite ? rewriteMistakes(rewrite, intent) : []),
    ...counts({ requestsPerSecondPerClient, connectionsPerClient }),
    ...(sessionCookie ? unlike(COOKIE, 'sessionCookie.name', sessionCookie.name, PLAIN_NAME) : []),
    ...times(intent),
    ...rangeMistakes(intent),
    ...(cors ? corsMistakes(cors) : []),
    ...(intent.defaultBackend && (redirect || rewrite) ? [{ prop: 'defaultBackend', ...OWN_INGRESS }] : []),
  ].map((refusal) => ({ got: undefined, ...refusal }));
}

const PLAIN_URL = {
  rule: 'must be a whole address of letters, digits and "-._~/:?&="',
  mend: 'write it as "https://www.example.com/new"',
};
const PLAIN_NAME = { rule: 'must be letters, digits and "-._~"', mend: 'choose a plain name' };
const OWN_INGRESS = {
  rule: 'must not be given beside redirect or rewrite, which are for paths',
  mend: 'give it an Ingress of its own',
};

const NOBODY_ANSWERS = {
  rule: 'must not be given beside a canary: neither version would answer',
  mend: 'give the redirected paths an Ingress of their own',
};

type Said = Pick<Refusal, 'rule' | 'mend'>;
type Mistake = Omit<Refusal, 'got'> & { readonly got?: unknown };

function unlike(pattern: RegExp, prop: string, got: string, said: Said): Mistake[] {
  return pattern.test(got) ? [] : [{ prop, got, ...said }];
}

/** Which paths each way to rewrite is for. */
const TYPES = { replacePrefixMatch: 'Prefix', replaceExpressionMatch: 'RegularExpression' } as const;

function rewriteMistakes(rewrite: Rewrite, { redirect, paths }: TrafficIntent): Mistake[] {
  const prop = 'rewrite';
  const [[way = '', to = ''] = []] = Object.entries(rewrite);
  const only = Object.entries(TYPES).find(([key]) => key === way)?.[1];
  const other = paths.find(({ type }) => only && type !== only);
  const said = { rule: 'must begin with "/" and be letters, digits and "-._~/"', mend: 'write the new path alone' };
  const mend = 'give the other paths an Ingress of their own';
  return [
    ...unlike('replaceExpressionMatch' in rewrite ? NEW_PATH_WITH_GROUPS : NEW_PATH, prop, to, said),
    ...(redirect ? [{ prop, got: to, rule: 'must not be given beside redirect', mend: 'keep one of them' }] : []),
    ...(other ? [{ prop, got: `${other.type} ${other.path}`, rule: `${way} needs paths of type ${only}`, mend }] : []),
  ];
}

function counts(all: Readonly<Record<string, number | undefined>>): Mistake[] {
  return Object.entries(all).flatMap(([prop, got]) => {
    const rule = got === undefined ? undefined : wholeNumberProblem(got, 1, MOST);
    return rule ? [{ prop, got, rule, mend: 'leave it out where there is no limit' }] : [];
  });
}

function times({ connectTimeout, readTimeout, sendTimeout, requestTimeout, ...options }: IngressOptions): Mistake[] {
  const all: Readonly<Record<string, readonly [Duration | undefined, number]>> = {
    connectTimeout: [connectTimeout, 75],
    readTimeout: [readTimeout, MOST],
    sendTimeout: [sendTimeout, MOST],
    requestTimeout: [requestTimeout, 99_999],
    'sessionCookie.maxAge': [options.sessionCookie?.maxAge, MOST],
    'cors.maxAge': [options.cors?.maxAge, MOST],
  };
  return Object.entries(all).flatMap(([prop, [time, most]]) => {
    const rule = time && wholeNumberProblem(time.toSeconds({ integral: false }), 1, most);
    return rule
      ? [{ prop, got: `${time.toMilliseconds()}ms`, rule: `${rule} seconds`, mend: 'give whole seconds' }]
      : [];
  });
}

function rangeMistakes({ allowedSourceRanges: ranges, maxBodySize }: IngressOptions): Mistake[] {
  const prop = 'allowedSourceRanges';
  const nobody = { prop, got: ranges, rule: 'must name at least one', mend: 'leave it out to let everybody in' };
  const mend = 'write the first address of the block and its prefix length, such as "10.0.0.0/24"';
  const empty = { prop: 'maxBodySize', got: maxBodySize?.asString(), rule: 'must be more than nothing' };
  return [
    ...(ranges?.length === 0 ? [nobody] : []),
    ...(ranges ?? []).flatMap((got) => {
      const rule = cidrProblem(got);
      return rule ? [{ prop, got, rule, mend }] : [];
    }),
    ...(maxBodySize?.toKibibytes() === 0 ? [{ ...empty, mend: 'leave it out where there is no limit' }] : []),
  ];
}

function corsMistakes({ allowOrigins, allowMethods, allowHeaders, credentials }: Cors): Mistake[] {
  const prop = 'cors.allowOrigins';
  const origin = { rule: 'must be an origin or "*"', mend: 'write it as "https://shop.example.com"' };
  const name = { rule: 'must be a name of letters, digits, "-" and "_"', mend: 'write the name alone' };
  const nobody = { prop, got: allowOrigins, rule: 'must name at least one', mend: 'leave cors out' };
  const alone = { prop, got: '*', rule: 'must stand alone, and not beside credentials', mend: 'name the origins' };
  return [
    ...(allowOrigins.length === 0 ? [nobody] : []),
    ...allowOrigins.flatMap((got) => unlike(ORIGIN, prop, got, origin)),
    ...(allowOrigins.includes('*') && (allowOrigins.length > 1 || credentials === 'include') ? [alone] : []),
    ...allowMethods.flatMap((got) => unlike(/^[A-Z]+$/, 'cors.allowMethods', got, name)),
    ...allowHeaders.flatMap((got) => unlike(/^[-_A-Za-z0-9]+$/, 'cors.allowHeaders', got, name)),
  ];
}
