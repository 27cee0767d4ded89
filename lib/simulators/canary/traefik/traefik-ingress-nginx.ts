import type { Manifest } from '../../../kubernetes/manifest';
import type { BackendService } from '../answer';
import { type Ingress, type IngressPath, ingressesFor, oldestIngressFirst } from '../ingress';
import { type KnownServices, knownServices } from '../known-services';
import type { Router } from '../router';
import { nginxConfig } from './nginx-config';
import { traefikMuxer } from './traefik-muxer';
import {
  canaryRule,
  nonCanaryRule,
  primaryKey,
  type TraefikNginxCanaries,
  traefikNginxCanaries,
} from './traefik-nginx-canary';
import type { TraefikRouter } from './traefik-router';
import type { TraefikService } from './traefik-service';

/** What all routers of Ingresses are made of. */
interface Making {
  readonly services: KnownServices;
  readonly canaries: TraefikNginxCanaries;
  /** Hosts whose paths are regular expressions: one Ingress that says so decides for all. */
  readonly expressionHosts: ReadonlySet<string>;
}

/**
 * Traefik 3.7 reading the annotations of ingress-nginx: routers whose rules it writes itself, asked by their length. It
 * differs from ingress-nginx where a longer rule overtakes a more exact one, in sessions, and in bad values.
 *
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/provider/kubernetes/ingress-nginx/build.go, translator.go
 */
export function traefikIngressNginx(manifests: readonly Manifest[]): Router {
  const ingresses = oldestIngressFirst(ingressesFor('nginx', manifests));
  const services = knownServices(manifests);
  const canaries = traefikNginxCanaries(ingresses, services);
  const ordinary = ingresses.filter((ingress) => !nginxConfig(ingress).isTrue('canary'));
  const expressionHosts = new Set(ordinary.filter(byExpression).flatMap(({ hosts }) => hosts));
  const making = { services, canaries, expressionHosts };
  const routers = ordinary.flatMap((ingress) => [
    ...ingress.paths.flatMap((path) => pathRouters(ingress, path, making)),
    ...defaultRouters(ingress, making),
  ]);
  return traefikMuxer(routers, canaries.ignored);
}

function byExpression(ingress: Ingress): boolean {
  const config = nginxConfig(ingress);
  return config.isTrue('use-regex') || config.text('rewrite-target') !== '';
}

function pathRouters(ingress: Ingress, path: IngressPath, making: Making): TraefikRouter[] {
  const rule = [hostRule(ingress, path.host), pathRule(path, making.expressionHosts)].filter(Boolean).join(' && ');
  const stable = podsOf(path.backend, making.services);
  const canary = making.canaries.byPrimary.get(primaryKey(path.backend));
  if (!canary) return [router(ingress, `path ${path.path}`, { rule, service: stable })];
  const next = podsOf(canary.backend, making.services);
  const sticky = nginxConfig(ingress).text('affinity') === 'cookie' ? 'cookie' : 'none';
  const services = [
    { weight: canary.weightTotal - canary.weight, service: stable },
    { weight: canary.weight, service: next },
  ];
  const [always, never] = [canaryRule(rule, canary), nonCanaryRule(rule, canary)];
  const place = `path ${path.path}, canary ${canary.ingress.name}`;
  return [
    router(ingress, `${place}: weight ${canary.weight} of ${canary.weightTotal}`, {
      rule,
      service: { kind: 'weighted', services, sticky },
    }),
    ...(always === undefined ? [] : [router(ingress, `${place}: to the canary`, { rule: always, service: next })]),
    ...(never === undefined ? [] : [router(ingress, `${place}: to the stable`, { rule: never, service: stable })]),
  ];
}

/** Where no path matches: on each host of the Ingress, or, where it has no rules, on all. */
function defaultRouters(ingress: Ingress, { services }: Making): TraefikRouter[] {
  const { defaultBackend, hosts } = ingress;
  if (!defaultBackend) return [];
  const service = podsOf(defaultBackend, services);
  if (hosts.length === 0) return [router(ingress, 'default backend', { rule: EVERY_PATH, service, priority: LAST })];
  return [...new Set(hosts)].map((host) =>
    router(ingress, 'default backend', { rule: hostRule(ingress, host), service }),
  );
}

const LAST = -(2 ** 31);
const EVERY_PATH = 'PathPrefix("/")';

type RouterParts = Pick<TraefikRouter, 'rule' | 'service' | 'priority'>;

function router(ingress: Ingress, place: string, parts: RouterParts): TraefikRouter {
  return { object: ingress.title, place, scheme: 'both', redirect: redirectOf(ingress), ...parts };
}

function redirectOf(ingress: Ingress): TraefikRouter['redirect'] {
  const { isTrue, text, number } = nginxConfig(ingress);
  const toHttps =
    isTrue('force-ssl-redirect') || (ingress.tls === 'some' && (text('ssl-redirect') === '' || isTrue('ssl-redirect')));
  const code = (name: string, otherwise: number) => {
    const given = number(name) ?? otherwise;
    return given < 300 || given > 308 ? otherwise : given;
  };
  const elsewhere = text('temporal-redirect')
    ? code('temporal-redirect-code', 302)
    : text('permanent-redirect')
      ? code('permanent-redirect-code', 301)
      : undefined;
  return ({ scheme }) => (toHttps && scheme === 'http' ? 308 : elsewhere);
}

function podsOf(backend: BackendService, services: KnownServices): TraefikService {
  const state = services.stateOf(backend) === 'ready' ? 'ready' : 'empty';
  return { kind: 'pods', backend: services.byNumber(backend), state };
}

function hostRule(ingress: Ingress, host: string): string {
  if (host === '') return '';
  const aliases = nginxConfig(ingress)
    .text('server-alias')
    .split(',')
    .map((one) => one.trim());
  const rules = [host, ...aliases.filter(Boolean)].map((one) => `Host(${JSON.stringify(one)})`);
  return rules.length === 1 ? (rules[0] ?? '') : `(${rules.join(' || ')})`;
}

/** Of an implementation's own type it makes a prefix. */
function pathRule({ host, path, pathType }: IngressPath, expressionHosts: ReadonlySet<string>): string {
  if (path === '') return '';
  if (pathType === 'Exact') return `Path(${JSON.stringify(path)})`;
  if (expressionHosts.has(host)) return `PathRegexp(${JSON.stringify(`(?i)^${path}`)})`;
  if (path === '/') return EVERY_PATH;
  const whole = path.replace(/\/$/, '');
  return `(Path(${JSON.stringify(whole)}) || PathPrefix(${JSON.stringify(`${whole}/`)}))`;
}
