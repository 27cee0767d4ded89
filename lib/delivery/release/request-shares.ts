import { containerImageTag } from '../../kubernetes/container-image';
import type { Manifest } from '../../kubernetes/manifest';
import { manifestFieldList, manifestFieldText } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { runningPods } from '../../kubernetes/running-pods';
import { serviceTargetPods } from '../../kubernetes/service-targets';
import type { BackendService, Share } from '../../simulators/canary/answer';
import { percentOf } from '../../simulators/canary/fraction';
import type { HttpRequest } from '../../simulators/canary/http-request';
import { PROVIDERS, type Provider } from '../../simulators/canary/providers';
import type { RouteWords } from '../../simulators/canary/route-words';
import { routerOf } from '../../simulators/canary/router-of';

/** Percent of some requests by the version that answers them, or by the status where none does. */
export type VersionShares = ReadonlyMap<string, number>;

/** Requests that are answered alike, and which versions answer them before and after a change. */
export interface RequestShares {
  /** The request, as one writes it: `hello.example.com/ with X-Canary: always`. */
  readonly request: string;
  readonly before: VersionShares;
  readonly after: VersionShares;
}

/**
 * What each request from outside gets by the objects before and after, as the proxy of the cluster reads them: every host and
 * path that a route names, plain and with each header value that a route looks for.
 *
 * @returns nothing where no route leads there, or where the proxy is one that nobody can simulate
 */
export function requestShares(
  objects: { readonly before: readonly Manifest[]; readonly after: readonly Manifest[] },
  provider: string,
): RequestShares[] {
  if (!isSimulated(provider)) return [];
  const [before, after] = [routerOf(objects.before, provider), routerOf(objects.after, provider)];
  const asked = new Map([...requestsFor(before.words), ...requestsFor(after.words)].map((one) => [titleOf(one), one]));
  return [...asked]
    .map(([request, one]) => ({
      request,
      before: byVersion(before.route(one).shares, objects.before),
      after: byVersion(after.route(one).shares, objects.after),
    }))
    .filter((shares) => !isNowhere(shares.before) || !isNowhere(shares.after));
}

function isSimulated(provider: string): provider is Provider {
  return Object.hasOwn(PROVIDERS, provider);
}

function isNowhere(shares: VersionShares): boolean {
  return shares.get('404') === 100;
}

function requestsFor({ hosts, paths, headers }: RouteWords): HttpRequest[] {
  const places = hosts.flatMap(({ value: host }) =>
    paths
      .filter(({ type }) => type !== 'expression')
      .map(({ value: path }) => ({ host: host.replace(/^\*/, 'any'), path })),
  );
  const sent = [...headers].flatMap(([name, words]) =>
    words.filter(({ type }) => type === 'exact').map(({ value }) => ({ headers: { [name]: value } })),
  );
  return places.flatMap((place) => [place, ...sent.map((one) => ({ ...place, ...one }))]);
}

function titleOf({ host, path, headers = {} }: HttpRequest): string {
  const [header] = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return header ? `${host}${path} with ${header}` : `${host}${path}`;
}

function byVersion(shares: readonly Share[], objects: readonly Manifest[]): VersionShares {
  const versions = new Map<string, number>();
  for (const { to, part } of shares) {
    const name = 'status' in to ? String(to.status) : versionBehind(to, objects);
    versions.set(name, (versions.get(name) ?? 0) + percentOf(part));
  }
  return versions;
}

/** The tag that the Pods of a Service run, or its name where that is not known. */
function versionBehind({ namespace, service }: BackendService, objects: readonly Manifest[]): string {
  const found = objects.find(
    (object) => object.kind === 'Service' && object.metadata.name === service && namespaceOf(object) === namespace,
  );
  const [pods] = found ? serviceTargetPods(found, runningPods(objects)) : [];
  const [container] = pods ? manifestFieldList(pods.spec, 'containers') : [];
  const image = manifestFieldText(container, 'image');
  return image === undefined ? service : (containerImageTag(image) ?? image);
}
