import type { k8s } from '../../kubernetes/k8s';
import type { Site } from './site';
import type { Backend, TlsSecret } from './traffic-intent';

/** What an Ingress says, in the words of the field. */
export interface IngressParts {
  readonly className: string;
  readonly sites: readonly (Omit<Site, 'routes'> & { readonly paths: readonly IngressPath[] })[];
  readonly secrets: readonly TlsSecret[];
  /**
   * Service for what no path matches.
   *
   * @default - none
   */
  readonly defaultBackend?: Backend;
}

/** A path as an Ingress has it. */
export interface IngressPath {
  readonly path: string;
  readonly pathType: 'Prefix' | 'Exact' | 'ImplementationSpecific';
  readonly backend: Backend;
}

/** Desired state of an Ingress. Its Services are in its own namespace. */
export function ingressSpec({ className, sites, secrets, defaultBackend }: IngressParts): k8s.IngressSpec {
  return {
    ingressClassName: className,
    defaultBackend: defaultBackend && ingressBackend(defaultBackend),
    rules: sites.flatMap(({ hosts, paths }) => {
      const http = { paths: paths.map((path) => ({ ...path, backend: ingressBackend(path.backend) })) };
      return hosts.length === 0 ? [{ http }] : hosts.map((host) => ({ host, http }));
    }),
    tls:
      secrets.length === 0
        ? undefined
        : secrets.map(({ secret, hosts }) => ({
            hosts: hosts.length === 0 ? undefined : [...hosts],
            secretName: secret,
          })),
  };
}

function ingressBackend({ service, port }: Backend): k8s.IngressBackend {
  return { service: { name: service, port: typeof port === 'number' ? { number: port } : { name: port } } };
}
