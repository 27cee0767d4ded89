import { labelSelectorPicks } from '../../../kubernetes/label-selector';
import type { Manifest } from '../../../kubernetes/manifest';
import {
  manifestField,
  manifestFieldList,
  manifestFieldObject,
  manifestFieldText,
} from '../../../kubernetes/manifest-field';
import { namespaceOf } from '../../../kubernetes/namespace-of';

/** A listener of a Gateway that an HTTPRoute is attached to. */
export interface GatewayListener {
  /** Hosts of the route that requests may come to by it; an empty one is every host. */
  readonly hostnames: readonly string[];
  /** Whether it takes requests by plain HTTP, by HTTPS, or, since nobody knows the listener, by both. */
  readonly scheme: 'http' | 'https' | 'both';
}

const GROUP = 'gateway.networking.k8s.io';

/**
 * The listeners that a route is attached to. A Gateway that is not among the manifests is taken to have listeners for every
 * host and namespace, of which those that are called after `https` are for HTTPS, and those after `http` for HTTP.
 *
 * @source sigs.k8s.io/gateway-api@1.6.3 apis/v1/gateway_types.go Listener, AllowedRoutes
 */
export function gatewayListeners(route: Manifest, manifests: readonly Manifest[]): GatewayListener[] {
  const hostnames = manifestFieldList(route, 'spec.hostnames').map((host) => String(host).toLowerCase());
  return manifestFieldList(route, 'spec.parentRefs').flatMap((parent) => {
    const { group = GROUP, kind = 'Gateway', sectionName, port } = manifestFieldObject({ parent }, 'parent');
    if (group !== GROUP || kind !== 'Gateway') return [];
    const namespace = manifestFieldText(parent, 'namespace') ?? namespaceOf(route);
    const gateway = manifests.find(
      (one) =>
        one.kind === 'Gateway' && namespaceOf(one) === namespace && one.metadata.name === manifestField(parent, 'name'),
    );
    if (!gateway) return [{ hostnames: orEvery(hostnames), scheme: schemeByName(sectionName) }];
    return manifestFieldList(gateway, 'spec.listeners')
      .filter((listener) => sectionName === undefined || manifestField(listener, 'name') === sectionName)
      .filter((listener) => port === undefined || manifestField(listener, 'port') === port)
      .filter((listener) => allows(listener, { route, gateway, manifests }))
      .flatMap((listener) => attach(listener, hostnames));
  });
}

function attach(listener: unknown, hostnames: readonly string[]): GatewayListener[] {
  const protocol = manifestField(listener, 'protocol');
  if (protocol !== 'HTTP' && protocol !== 'HTTPS') return [];
  const own = (manifestFieldText(listener, 'hostname') ?? '').toLowerCase();
  const scheme = protocol === 'HTTP' ? 'http' : 'https';
  if (own === '') return [{ hostnames: orEvery(hostnames), scheme }];
  const common = hostnames.length === 0 ? [own] : hostnames.flatMap((host) => intersection(own, host));
  return common.length === 0 ? [] : [{ hostnames: common, scheme }];
}

/** The hosts that two names have in common, by the narrower name. */
function intersection(one: string, other: string): string[] {
  if (one === other || covers(one, other)) return [other];
  return covers(other, one) ? [one] : [];
}

function covers(wide: string, narrow: string): boolean {
  return wide.startsWith('*.') && narrow.endsWith(wide.slice(1));
}

function orEvery(hostnames: readonly string[]): readonly string[] {
  return hostnames.length === 0 ? [''] : hostnames;
}

function schemeByName(name: unknown): GatewayListener['scheme'] {
  if (typeof name !== 'string') return 'both';
  if (name.includes('https')) return 'https';
  return name.includes('http') ? 'http' : 'both';
}

interface Attachment {
  readonly route: Manifest;
  readonly gateway: Manifest;
  readonly manifests: readonly Manifest[];
}

/** Whether a listener lets routes of the namespace attach: by default those of the Gateway's own. */
function allows(listener: unknown, { route, gateway, manifests }: Attachment): boolean {
  const kinds = manifestFieldList(listener, 'allowedRoutes.kinds');
  if (kinds.length > 0 && !kinds.some((kind) => manifestField(kind, 'kind') === 'HTTPRoute')) return false;
  const from = manifestField(listener, 'allowedRoutes.namespaces.from') ?? 'Same';
  if (from === 'All') return true;
  if (from === 'Same') return namespaceOf(route) === namespaceOf(gateway);
  const namespace = manifests.find(
    ({ kind, metadata }) => kind === 'Namespace' && metadata.name === namespaceOf(route),
  );
  const labels = { ...namespace?.metadata.labels, 'kubernetes.io/metadata.name': namespaceOf(route) };
  return (
    from === 'Selector' && labelSelectorPicks(manifestField(listener, 'allowedRoutes.namespaces.selector'), labels)
  );
}
