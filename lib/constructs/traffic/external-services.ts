import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { intOrString } from '../../kubernetes/int-or-string';
import { k8s } from '../../kubernetes/k8s';
import type { Backend } from './traffic-intent';

/** Services by which an Ingress reaches those of other namespaces, since it can name its own only. */
export interface ExternalServices {
  readonly objects: readonly ApiObject[];
  /** The backend as an Ingress may name it. */
  local(backend: Backend): Backend;
}

/**
 * Defines a Service of type ExternalName for each backend of another namespace, named after the Ingress and the Service.
 *
 * @param name name of the Ingress
 */
export function externalServices(scope: Construct, name: string, backends: readonly Backend[]): ExternalServices {
  const local = (backend: Backend): Backend =>
    backend.namespace === undefined ? backend : { service: `${name}-${backend.service}`, port: backend.port };
  const foreign = new Map(
    backends
      .filter(({ namespace }) => namespace !== undefined)
      .map((backend) => [`${backend.service}.${backend.namespace}`, backend]),
  );
  const objects = [...foreign].map(([address, backend]) => {
    const ports = backends
      .filter(({ service, namespace }) => service === backend.service && namespace === backend.namespace)
      .flatMap(({ port }) => (typeof port === 'number' ? [port] : []));
    return new k8s.KubeService(scope, `External-${address}`, {
      metadata: { name: local(backend).service },
      spec: {
        type: 'ExternalName',
        externalName: `${address}.svc.cluster.local`,
        ports: [...new Set(ports)].map((port) => ({
          name: `port-${port}`,
          port,
          targetPort: intOrString(port),
          protocol: 'TCP',
        })),
      },
    });
  });
  return { objects, local };
}
