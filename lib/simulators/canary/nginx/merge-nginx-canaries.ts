import type { Reason } from '../answer';
import type { NginxServer } from './nginx-server';
import { type NginxIngress, type NginxUpstream, upstreamKey } from './nginx-upstream';
import { serverName } from './server-name';

const BEHAVIOR = 'nginx.ingress.kubernetes.io/affinity-canary-behavior';

/** The servers and upstreams that canaries are merged into. */
export interface NginxConfiguration {
  readonly servers: ReadonlyMap<string, NginxServer>;
  readonly upstreams: Map<string, NginxUpstream>;
}

/**
 * Makes the upstreams of canary Ingresses alternatives of those that have the same host, path and type. One that finds
 * none is deleted, and gives its reason.
 *
 * @source kubernetes/ingress-nginx@dbb11b9 internal/ingress/controller/controller.go mergeAlternativeBackends
 */
export function mergeNginxCanaries(canaries: readonly NginxIngress[], configuration: NginxConfiguration): Reason[] {
  return canaries.flatMap((one) => merge(one, configuration));
}

interface Place {
  readonly host: string;
  readonly path?: string;
  readonly pathType?: string;
  readonly key: string;
}

function merge({ ingress }: NginxIngress, { servers, upstreams }: NginxConfiguration): Reason[] {
  const behavior = ingress.annotations[BEHAVIOR] === 'legacy' ? 'legacy' : 'sticky';
  const places: Place[] = [
    ...(ingress.defaultBackend ? [{ host: '', key: upstreamKey(ingress.defaultBackend) }] : []),
    ...ingress.paths.map(({ backend, ...place }) => ({ ...place, key: upstreamKey(backend) })),
  ];
  return places.flatMap((place) => {
    const where = `host ${place.host || '(every)'}${place.path === undefined ? '' : `, path ${place.path} (${place.pathType})`}`;
    const ignored = (text: string): Reason[] => [
      { object: ingress.title, verdict: 'ignored', text: `${where}: ${text}` },
    ];
    const alternative = upstreams.get(place.key);
    if (!alternative) return ignored('its Service was taken out, since it is no canary elsewhere');
    const server = servers.get(serverName(place.host));
    if (!server) return ignored('no ordinary Ingress has that host');
    const verdict = mergeInto(server, { place, alternative, behavior });
    if (verdict === 'none') upstreams.delete(place.key);
    if (verdict === 'none') return ignored('no ordinary Ingress has that host, path and type');
    return verdict === 'primary' ? ignored('its Service is what an ordinary Ingress of that host sends to') : [];
  });
}

interface Merging {
  readonly place: Place;
  readonly alternative: NginxUpstream;
  readonly behavior: 'legacy' | 'sticky';
}

/** Looks at the locations in turn; one that sends to the canary's own Service ends it. */
function mergeInto(
  { locations }: NginxServer,
  { place, alternative, behavior }: Merging,
): 'merged' | 'primary' | 'none' {
  let verdict: 'merged' | 'none' = 'none';
  for (const { path, pathType, upstream } of locations) {
    if (upstream === alternative) return 'primary';
    const isMeant = place.path === undefined || (place.path === path && place.pathType === pathType);
    if (!upstream || upstream.shaping || !isMeant) continue;
    verdict = 'merged';
    if (upstream.alternatives.includes(alternative)) continue;
    if (behavior === 'sticky') alternative.affinity = upstream.affinity;
    upstream.alternatives.push(alternative);
  }
  return verdict;
}
