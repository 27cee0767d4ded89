import type { Construct } from 'constructs';
import { type IpFamily, ipAddressFamily } from '../../kubernetes/ip-address';
import { k8s } from '../../kubernetes/k8s';
import type { ResolvedService } from './service-options';

/** Who keeps it: not the controller of Kubernetes, which would take it away for a Service without a selector. */
const MANAGED_BY = 'cdk8s';

/**
 * Addresses of one family that answer for a Service, each an endpoint of its own: of several in one, proxies ask only the
 * first. Names stand for none: no proxy resolves them.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/
 */
export function endpointSlice(
  scope: Construct,
  family: IpFamily,
  { name, ports, addresses }: Pick<ResolvedService, 'name' | 'ports'> & { readonly addresses: readonly string[] },
): k8s.KubeEndpointSlice {
  const own = addresses.filter((address) => ipAddressFamily(address) === family);
  return new k8s.KubeEndpointSlice(scope, family, {
    metadata: {
      name: `${name}-${family.toLowerCase()}`,
      labels: { 'kubernetes.io/service-name': name, 'endpointslice.kubernetes.io/managed-by': MANAGED_BY },
    },
    addressType: family,
    // the name of a port is how it is found: that of the Service's port, empty where that has none
    ports: ports.map((port) => ({
      name: port.name ?? '',
      port: Number(port.targetPort),
      protocol: port.protocol,
      appProtocol: port.appProtocol,
    })),
    endpoints: own.map((address) => ({ addresses: [address], conditions: { ready: true } })),
  });
}
