import { ApiObject } from 'cdk8s';
import type { Backend, TrafficIntent } from './traffic-intent';

/**
 * Other Ingresses of the class that send to this canary's Services. The controller hangs a canary on the stable Service and port, not
 * on host and path: every Ingress that names them would get it too, and a canary Service named elsewhere is lost.
 *
 * @see https://github.com/kubernetes/ingress-nginx/issues/4667 and #9458
 */
export function sharedBackends(own: readonly ApiObject[], { stable, canary }: TrafficIntent): string[] {
  const [first] = own;
  if (!canary || !stable || !first) return [];
  const others = first.node.root.node
    .findAll()
    .filter((part): part is ApiObject => ApiObject.isApiObject(part) && part.kind === 'Ingress' && !own.includes(part))
    .filter((part) => part.metadata.namespace === first.metadata.namespace && mayShareClass(part, first));
  const sentence = (prop: string, service: string, other: ApiObject) =>
    `${prop}: invalid value "${service}": must not be served by another Ingress, [${other.node.path}]; give that route a Service of its own, which may have the same Pods`;
  return others.flatMap((other) => {
    const services = servicesOf(other);
    return [
      ...(isServed(stable, services) ? [sentence('stable', stable.service, other)] : []),
      ...(isServed(canary.backend, services) ? [sentence('canary', canary.backend.service, other)] : []),
    ];
  });
}

/** A Service of another namespace is named by one that stands for it, which is this Ingress's alone. */
function isServed({ service, namespace }: Backend, services: readonly string[]): boolean {
  return namespace === undefined && services.includes(service);
}

interface IngressBackend {
  readonly service?: { readonly name: string };
}

interface IngressSpec {
  readonly ingressClassName?: string;
  readonly rules?: readonly { readonly http?: { readonly paths: readonly { readonly backend: IngressBackend }[] } }[];
  readonly defaultBackend?: IngressBackend;
}

/** An Ingress without a class goes to the cluster's default, which may be the same. */
function mayShareClass(one: ApiObject, other: ApiObject): boolean {
  return classOf(one) === undefined || classOf(one) === classOf(other);
}

function classOf(ingress: ApiObject): string | undefined {
  const { ingressClassName }: IngressSpec = ingress.toJson().spec;
  return ingressClassName;
}

function servicesOf(ingress: ApiObject): string[] {
  const { rules = [], defaultBackend = {} }: IngressSpec = ingress.toJson().spec;
  const backends = [defaultBackend, ...rules.flatMap(({ http }) => http?.paths ?? []).map(({ backend }) => backend)];
  return backends.flatMap(({ service }) => (service ? [service.name] : []));
}
