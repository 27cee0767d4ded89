/**
 * ingress-nginx, or Traefik 3.7 reading its annotations. ingress-nginx itself was retired in March 2026 and gets no more
 * fixes: for a new cluster take Gateway API.
 *
 * @see https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement
 */
export interface IngressNginx {
  readonly provider: 'ingress-nginx';
  /** IngressClass that the controller answers to. */
  readonly className: string;
  /** Namespace that the controller's Pods run in: the only one that may reach a service from outside. */
  readonly controllerNamespace: string;
}

/** An implementation of Gateway API 1.0 or later. */
export interface GatewayApi {
  readonly provider: 'gateway-api';
  /** Gateway that routes attach to. */
  readonly gateway: { readonly name: string; readonly namespace: string };
  /** Namespace that the Gateway's Pods run in: the only one that may reach a service from outside. */
  readonly controllerNamespace: string;
  /**
   * Whether the implementation matches headers by RE2 regular expressions, which the standard leaves to it. Canaries by
   * header pattern or cookie need it. Traefik, Envoy Gateway and Istio do.
   */
  readonly headerRegularExpressions: boolean;
}

/** What brings requests from outside to the services of a cluster. */
export type IngressProvider = IngressNginx | GatewayApi;
