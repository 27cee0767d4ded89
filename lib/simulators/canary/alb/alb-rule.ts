import type { Asked } from '../asked';
import { pcreExpression } from '../expression';
import type { IngressPath } from '../ingress';
import type { AlbIngress } from './alb-ingress';

/** A rule of an ALB listener: conditions that all have to hold. */
export interface AlbRule {
  readonly owner: AlbIngress;
  readonly path: IngressPath;
  readonly scheme: 'http' | 'https' | 'both';
  isForHost(asked: Asked): boolean;
  matches(asked: Asked): boolean;
  /** Its conditions in words. */
  readonly text: string;
}

/**
 * The rules of some Ingresses, in their order. A canary has one for each path that an ordinary Ingress has on the same host.
 *
 * @source alibaba/alibaba-load-balancer-controller@a9b1da3 pkg/controller/ingress/reconcile/builder/albconfig_manager/model_build_listener_rules.go buildListenerRules
 */
export function albRules(all: readonly AlbIngress[]): AlbRule[] {
  const ordinary = new Set(
    all.filter(({ role }) => role === 'ordinary').flatMap(({ ingress }) => ingress.paths.map(placeOf)),
  );
  return all
    .filter(({ role }) => role === 'ordinary' || role === 'conditions')
    .flatMap((owner) =>
      owner.ingress.paths.filter((path) => ordinary.has(placeOf(path))).map((path) => ruleOf(owner, path)),
    );
}

function placeOf({ host, path }: IngressPath): string {
  return `${host}-${path}`;
}

function ruleOf(owner: AlbIngress, path: IngressPath): AlbRule {
  const byHost = path.host === '' ? () => true : wildcard(path.host);
  const byPath = pathCondition(owner, path);
  const conditions = canaryConditions(owner);
  return {
    owner,
    path,
    scheme: schemeOf(owner, path.host),
    isForHost: ({ host }) => byHost(host),
    matches: (asked) => byHost(asked.host) && byPath(asked.path) && conditions.every(({ holds }) => holds(asked)),
    text: [
      `host ${path.host || '(every)'}`,
      `path ${path.path} (${path.pathType})`,
      ...conditions.map(({ text }) => text),
    ].join(', '),
  };
}

interface Condition {
  readonly text: string;
  holds(asked: Asked): boolean;
}

/** Header and cookie of one Ingress both have to hold. There is no "always" of headers, and no "never" at all. */
function canaryConditions({ role, note }: AlbIngress): Condition[] {
  const [header, value, cookie] = ['canary-by-header', 'canary-by-header-value', 'canary-by-cookie'].map(note);
  if (role !== 'conditions') return [];
  return [
    ...(header
      ? [
          {
            text: `header ${header} is ${JSON.stringify(value)}`,
            holds: (asked: Asked) => isHeader(asked, header, value ?? ''),
          },
        ]
      : []),
    ...(cookie
      ? [{ text: `cookie ${cookie} is "always"`, holds: ({ cookies }: Asked) => cookies.get(cookie) === 'always' }]
      : []),
  ];
}

function isHeader({ headers }: Asked, name: string, value: string): boolean {
  const sent = headers.get(name.toLowerCase());
  return sent !== undefined && value !== '' && wildcard(value)(sent);
}

/** @source alibaba/alibaba-load-balancer-controller@a9b1da3 model_build_listener_rules.go buildPathPatterns */
function pathCondition({ note }: AlbIngress, { path, pathType }: IngressPath): (path: string) => boolean {
  if (path === '' || (pathType === 'Prefix' && path === '/')) return () => true;
  if (pathType === 'Exact') return (sent) => sent === path;
  if (pathType !== 'Prefix') return wildcard(path);
  const isExpression = ['use-regex', 'rewrite-target'].some((name) => note(name) !== '' && note(name) !== path);
  if (isExpression) {
    const expression = pcreExpression(path, 'i');
    return (sent) => expression?.found(sent) ?? false;
  }
  const whole = path.replace(/\/$/, '');
  return (sent) => sent === whole || sent.startsWith(`${whole}/`);
}

/** `*` stands for any number of signs, `?` for one. @see https://www.alibabacloud.com/help/en/slb/application-load-balancer/user-guide/manage-forwarding-rules-for-a-listener */
function wildcard(pattern: string): (text: string) => boolean {
  const words = pattern
    .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const expression = new RegExp(`^${words}$`, 's');
  return (text) => expression.test(text);
}

/** A host with a certificate is served by HTTPS alone, unless the Ingress names its listeners or redirects. */
function schemeOf({ ingress, note }: AlbIngress, host: string): AlbRule['scheme'] {
  if (host === '' || note('ssl-redirect') === 'true' || note('listen-ports') !== '') return 'both';
  return ingress.tlsHosts.includes(host) ? 'https' : 'http';
}
