import type { Manifest } from './manifest';
import { manifestField, manifestFieldList, manifestFieldObject, manifestFieldText } from './manifest-field';

/** A Service that an Ingress sends requests to. */
export interface IngressBackend {
  /** Field of the Ingress: `spec.rules[0].http.paths[0].backend.service`. */
  readonly field: string;
  readonly service: string;
  /** Name or number; nothing where it says neither. */
  readonly port: unknown;
}

/** The name of a port by which the load balancer of AWS reads the backend in an annotation, and no Service is meant. */
const BY_ANNOTATION = 'use-annotation';

/** Services that an Ingress sends requests to; not the resources of other kinds. */
export function ingressBackends(ingress: Manifest): IngressBackend[] {
  if (ingress.kind !== 'Ingress' || !ingress.apiVersion.startsWith('networking.k8s.io/')) return [];
  return [
    { field: 'spec.defaultBackend.service', service: manifestField(ingress, 'spec.defaultBackend.service') },
    ...manifestFieldList(ingress, 'spec.rules').flatMap((rule, at) =>
      manifestFieldList(rule, 'http.paths').map((path, index) => ({
        field: `spec.rules[${at}].http.paths[${index}].backend.service`,
        service: manifestField(path, 'backend.service'),
      })),
    ),
  ].flatMap(({ field, service }) => {
    const name = manifestFieldText(service, 'name');
    const { name: portName, number } = manifestFieldObject(service, 'port');
    return name === undefined || portName === BY_ANNOTATION ? [] : [{ field, service: name, port: portName || number }];
  });
}
