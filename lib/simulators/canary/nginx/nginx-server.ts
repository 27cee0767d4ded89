import { goBoolValue } from '../../../kubernetes/go-value';
import type { Ingress } from '../ingress';
import { type NginxIngress, type NginxUpstream, upstreamKey } from './nginx-upstream';
import { serverName } from './server-name';

/** A path of a host, and what it sends to. */
export interface NginxLocation {
  readonly path: string;
  readonly pathType: string;
  /** @default - the controller answers 404 itself */
  upstream?: NginxUpstream;
  /** @default - there is none: it is the controller's own */
  ingress?: Ingress;
  /** Whether it is there for want of a better one: an Ingress with the same path takes its place. */
  isDefault: boolean;
}

/** A host and its paths. */
export interface NginxServer {
  /** `_` for requests to no other. */
  readonly host: string;
  readonly aliases: readonly string[];
  readonly locations: NginxLocation[];
  /** Whether it has a certificate, so that plain HTTP is redirected. */
  encrypted: boolean;
}

const CATCH_ALL = serverName('');

const PREFIX = 'nginx.ingress.kubernetes.io/';

/**
 * The hosts of ordinary Ingresses, with their paths. Of two Ingresses with the same host, path and type the older one
 * keeps it; a canary Ingress adds neither host nor path.
 *
 * @source kubernetes/ingress-nginx@dbb11b9 internal/ingress/controller/controller.go createServers, getBackendServers
 */
export function nginxServers(
  ingresses: readonly NginxIngress[],
  upstreams: ReadonlyMap<string, NginxUpstream>,
): Map<string, NginxServer> {
  const ordinary = ingresses.filter(({ canary }) => !canary).map(({ ingress }) => ingress);
  const root: NginxLocation = { path: '/', pathType: 'Prefix', isDefault: true };
  const servers = new Map([[CATCH_ALL, serverOf(CATCH_ALL, root)]]);
  for (const ingress of ordinary) addHosts(servers, ingress, upstreams);
  for (const { ingress } of ingresses) addPaths(servers, ingress, upstreams);
  return servers;
}

function serverOf(host: string, root: NginxLocation, aliases: readonly string[] = []): NginxServer {
  return { host, aliases, locations: [root], encrypted: false };
}

function addHosts(
  servers: Map<string, NginxServer>,
  ingress: Ingress,
  upstreams: ReadonlyMap<string, NginxUpstream>,
): void {
  const { defaultBackend, hosts, annotations } = ingress;
  const upstream = defaultBackend && upstreams.get(upstreamKey(defaultBackend));
  const catchAll = servers.get(CATCH_ALL)?.locations[0];
  if (upstream && catchAll) {
    Object.assign(catchAll, { upstream, ingress });
    if (hosts.length === 0) catchAll.isDefault = false;
  }
  const aliases = (annotations[`${PREFIX}server-alias`] ?? '').split(',').map((one) => one.trim().toLowerCase());
  for (const host of hosts.map(serverName)) {
    const root: NginxLocation = { path: '/', pathType: 'Prefix', isDefault: true, upstream, ingress };
    const server = servers.get(host) ?? serverOf(host, root, aliases.filter(Boolean));
    servers.set(host, server);
    if (ingress.tls === 'some' && host !== CATCH_ALL) server.encrypted = true;
  }
}

function addPaths(
  servers: ReadonlyMap<string, NginxServer>,
  ingress: Ingress,
  upstreams: ReadonlyMap<string, NginxUpstream>,
): void {
  for (const { host, path, pathType, backend } of ingress.paths) {
    const upstream = upstreams.get(upstreamKey(backend));
    const server = servers.get(serverName(host)) ?? servers.get(CATCH_ALL);
    if (!upstream || upstream.shaping || !server) continue;
    const at = path === '' ? '/' : path;
    const known = server.locations.find((one) => one.path === at && one.pathType === pathType);
    if (!known) server.locations.push({ path: at, pathType, upstream, ingress, isDefault: false });
    else if (known.isDefault) Object.assign(known, { upstream, ingress, isDefault: false });
  }
}

/** Whether it is the one that answers where no other does. */
export function isCatchAll({ host }: NginxServer): boolean {
  return host === CATCH_ALL;
}

/** Whether the paths of a server are regular expressions: one Ingress that says so decides for all. */
export function byExpression({ locations }: Pick<NginxServer, 'locations'>): boolean {
  return locations.some(isExpression);
}

/** Whether the Ingress of a path says that it is a regular expression. */
export function isExpression({ path, ingress }: NginxLocation): boolean {
  const { [`${PREFIX}use-regex`]: useRegex = '', [`${PREFIX}rewrite-target`]: target = '' } =
    ingress?.annotations ?? {};
  return goBoolValue(useRegex) === true || (target !== '' && target !== path);
}
