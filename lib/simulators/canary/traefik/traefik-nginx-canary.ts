import { literalRegularExpression } from '../../../kubernetes/regular-expression';
import type { BackendService, Reason } from '../answer';
import type { Ingress, IngressPath } from '../ingress';
import type { KnownServices } from '../known-services';
import { nginxConfig } from './nginx-config';

/** A canary as Traefik reads it, and the Ingress that it stands in. */
export interface TraefikNginxCanary {
  readonly ingress: Ingress;
  readonly backend: BackendService;
  readonly weight: number;
  readonly weightTotal: number;
  readonly header: string;
  readonly headerValue: string;
  readonly headerPattern: string;
  readonly cookie: string;
}

/** Canaries by the Service and port that they are canaries of, and what was not taken. */
export interface TraefikNginxCanaries {
  readonly byPrimary: ReadonlyMap<string, TraefikNginxCanary>;
  readonly ignored: readonly Reason[];
}

/**
 * The canaries of ordinary Ingresses. One has to have the namespace, host, path and type of an ordinary path; it is then the
 * canary of that path's Service wherever that is sent to, and of several the last one is.
 *
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/provider/kubernetes/ingress-nginx/build.go build, second pass
 */
export function traefikNginxCanaries(ingresses: readonly Ingress[], services: KnownServices): TraefikNginxCanaries {
  const isCanary = (ingress: Ingress) => nginxConfig(ingress).isTrue('canary');
  const ordinary = new Map(
    ingresses.filter((one) => !isCanary(one)).flatMap(({ paths }) => paths.map((path) => [pathKey(path), path])),
  );
  const byPrimary = new Map<string, TraefikNginxCanary>();
  const ignored: Reason[] = [];
  const matched = new Set<string>();
  for (const ingress of ingresses.filter(isCanary)) {
    for (const path of ingress.paths) {
      const key = pathKey(path);
      const primary = ordinary.get(key);
      const text = ignoredText(path, { primary, isMatched: matched.has(key), services });
      if (text !== undefined)
        ignored.push({ object: ingress.title, verdict: 'ignored', text: `${path.path}: ${text}` });
      if (text !== undefined || !primary) continue;
      matched.add(key);
      byPrimary.set(primaryKey(primary.backend), canaryOf(ingress, path));
    }
  }
  return { byPrimary, ignored };
}

/** Name of the Service and port that a canary is of. */
export function primaryKey({ namespace, service, port }: TraefikNginxCanary['backend']): string {
  return `${namespace}/${service}/${port}`;
}

/**
 * The rule of the router that sends to the canary alone; nothing where only weight decides.
 *
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/provider/kubernetes/ingress-nginx/translator.go appendCanaryRule
 */
export function canaryRule(
  rule: string,
  { header, headerValue, headerPattern, cookie }: TraefikNginxCanary,
): string | undefined {
  const rules: string[] = [];
  const plain = headerValue === '' && headerPattern === '';
  if (header !== '' && headerValue !== '') rules.push(`Header(${quoted(header)}, ${quoted(headerValue)})`);
  else if (header !== '' && !plain) rules.push(`HeaderRegexp(${quoted(header)}, ${quoted(headerPattern)})`);
  else if (header !== '') rules.push(`Header(${quoted(header)}, "always")`);
  if (cookie !== '') {
    const own = cookieRule(cookie, 'always');
    rules.push(header !== '' && plain ? `(${own} && !Header(${quoted(header)}, "never"))` : own);
  }
  return rules.length === 0 ? undefined : `(${rule}) && (${rules.join(' || ')})`;
}

/**
 * The rule of the router that sends to the stable alone; nothing where no weight is to be kept off.
 *
 * @source github.com/traefik/traefik/v3@3.7.5 pkg/provider/kubernetes/ingress-nginx/translator.go appendNonCanaryRule
 */
export function nonCanaryRule(rule: string, canary: TraefikNginxCanary): string | undefined {
  const { header, headerValue, headerPattern, cookie, weight } = canary;
  const rules = [
    ...(header !== '' && headerValue === '' && headerPattern === '' ? [`Header(${quoted(header)}, "never")`] : []),
    ...(cookie !== '' ? [cookieRule(cookie, 'never')] : []),
  ];
  return weight <= 0 || rules.length === 0 ? undefined : `(${rule}) && (${rules.join(' || ')})`;
}

function cookieRule(cookie: string, value: string): string {
  return `HeaderRegexp("Cookie", ${quoted(`(^|;\\s*)${literalRegularExpression(cookie)}=${value}(;|$)`)})`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function pathKey({ backend, host, path, pathType }: IngressPath): string {
  return `${backend.namespace}/${host}${path}/${pathType}`;
}

interface Matching {
  readonly primary: IngressPath | undefined;
  readonly isMatched: boolean;
  readonly services: KnownServices;
}

function ignoredText({ backend }: IngressPath, { primary, isMatched, services }: Matching): string | undefined {
  if (!primary) return 'no ordinary Ingress of the namespace has that host, path and type';
  if (isMatched) return 'another canary has that host, path and type already';
  if (primaryKey(backend) === primaryKey(primary.backend)) return 'it sends to the stable Service itself';
  return services.stateOf(backend) === 'ready' ? undefined : `Service ${backend.service} has no endpoints`;
}

function canaryOf(ingress: Ingress, { backend }: IngressPath): TraefikNginxCanary {
  const { text, number } = nginxConfig(ingress);
  const weightTotal = Math.max(number('canary-weight-total') ?? 0, 100);
  return {
    ingress,
    backend,
    weightTotal,
    weight: Math.min(Math.max(number('canary-weight') ?? 0, 0), weightTotal),
    header: text('canary-by-header'),
    headerValue: text('canary-by-header-value'),
    headerPattern: text('canary-by-header-pattern'),
    cookie: text('canary-by-cookie'),
  };
}
