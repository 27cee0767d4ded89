import type { BackendService } from '../answer';
import type { Ingress } from '../ingress';
import type { NginxCanary } from './nginx-canary';

/** An Ingress with its canary annotations read. */
export interface NginxIngress {
  readonly ingress: Ingress;
  /** @default - it is no canary */
  readonly canary?: NginxCanary;
}

/**
 * A Service and port that requests are sent to. There is one for all the hosts and paths that name it, so a canary of one
 * of them is a canary of them all.
 */
export interface NginxUpstream {
  readonly key: string;
  readonly backend: BackendService;
  /** The canary Ingress that brought it: then no path sends to it by itself. Nothing where an ordinary one did. */
  readonly shaping?: NginxIngress & { readonly canary: NginxCanary };
  /** Canaries of it; only the first gets requests. */
  readonly alternatives: NginxUpstream[];
  /** Whether clients keep to it by a cookie: of its own, or of the one that it is a canary of. */
  affinity: 'cookie' | 'none';
}

const PREFIX = 'nginx.ingress.kubernetes.io/';

/** Every Service and port that some Ingresses name; of several that bring one, the first decides what it is. */
export function nginxUpstreams(ingresses: readonly NginxIngress[]): Map<string, NginxUpstream> {
  const upstreams = new Map<string, NginxUpstream>();
  for (const { ingress, canary } of ingresses) {
    const shaping = canary && { ingress, canary };
    const add = (backend: BackendService) => {
      const key = upstreamKey(backend);
      upstreams.set(key, { key, backend, shaping, alternatives: [], affinity: 'none' });
    };
    if (ingress.defaultBackend) add(ingress.defaultBackend); // anew, even where it is there: so the controller does
    for (const { backend } of ingress.paths) if (!upstreams.has(upstreamKey(backend))) add(backend);
  }
  for (const { ingress } of ingresses) {
    if (ingress.annotations[`${PREFIX}affinity`] !== 'cookie') continue;
    for (const { backend } of ingress.paths) {
      const upstream = upstreams.get(upstreamKey(backend));
      if (upstream && !upstream.shaping) upstream.affinity = 'cookie';
    }
  }
  return upstreams;
}

/** Name of the upstream of a Service and port. */
export function upstreamKey({ namespace, service, port }: BackendService): NginxUpstream['key'] {
  return `${namespace}-${service}-${port}`;
}
