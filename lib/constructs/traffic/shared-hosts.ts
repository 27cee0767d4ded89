import { ApiObject } from 'cdk8s';
import type { StringMatch, VirtualServiceSpec } from '../../../imports/networking.istio.io';

/**
 * Paths that another VirtualService has for the same host. Istio makes one list of the rules of both, in an order that it does not
 * promise, and the first that matches decides.
 *
 * @see https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services
 */
export function sharedHosts(own: readonly ApiObject[]): string[] {
  const [first] = own;
  if (!first) return [];
  const others = first.node.root.node
    .findAll()
    .filter((part): part is ApiObject => ApiObject.isApiObject(part) && isVirtualService(part) && !own.includes(part));
  return own.filter(isVirtualService).flatMap((mine) =>
    others.flatMap((other) => {
      const [host] = hostsOfBoth(specOf(mine), specOf(other));
      const meets =
        host !== undefined && pathsOf(mine).some((one) => pathsOf(other).some((path) => overlap(one, path)));
      return meets
        ? [
            `hosts: invalid value "${host}": must not have the paths of another VirtualService, [${other.node.path}]; give one of them other paths, or make them one Ingress`,
          ]
        : [];
    }),
  );
}

function isVirtualService({ kind, apiGroup }: ApiObject): boolean {
  return kind === 'VirtualService' && apiGroup === 'networking.istio.io';
}

function specOf(object: ApiObject): VirtualServiceSpec {
  return object.toJson().spec;
}

/** Hosts that both have; of a wildcard and a host below it the host wins, and nothing is shared. */
function hostsOfBoth(one: VirtualServiceSpec, other: VirtualServiceSpec): string[] {
  const gateways = one.gateways?.some((gateway) => other.gateways?.includes(gateway)) ?? true;
  return gateways ? one.hosts.filter((host) => other.hosts.includes(host)) : [];
}

function pathsOf(object: ApiObject): StringMatch[] {
  const rules = specOf(object).http ?? [];
  return rules.flatMap(({ match }) => (match ?? [{}]).map(({ uri = { prefix: '/' } }) => uri));
}

/** Whether some path meets both; of an expression nobody knows. */
function overlap(one: StringMatch, other: StringMatch): boolean {
  if (one.exact !== undefined && other.exact !== undefined) return one.exact === other.exact;
  if (one.exact !== undefined) return other.prefix === undefined || one.exact.startsWith(other.prefix);
  if (other.exact !== undefined) return overlap(other, one);
  const [prefix, otherPrefix] = [one.prefix ?? '', other.prefix ?? ''];
  return prefix.startsWith(otherPrefix) || otherPrefix.startsWith(prefix);
}
