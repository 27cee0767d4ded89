/**
 * ingress-nginx, or Traefik 3.7 reading its annotations (which asks the longer rule first, so a prefix may come before an
 * exact path below it). ingress-nginx itself was retired in March 2026 and gets no more
 * fixes: for a new cluster take Gateway API, and for one that has it a `Transition`.
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

/**
 * Something of the standard channel that an implementation may lack, in the words of `GatewayClass.status.supportedFeatures`.
 *
 * @source sigs.k8s.io/gateway-api@1.6.3 pkg/features/httproute.go
 */
export type GatewayFeature =
  | 'HTTPRouteSchemeRedirect'
  | 'HTTPRoutePortRedirect'
  | 'HTTPRoutePathRedirect'
  | 'HTTPRoutePathRewrite'
  | 'HTTPRouteRequestTimeout'
  | 'HTTPRouteCORS';

/** An implementation of Gateway API 1.0 or later. */
export interface GatewayApi {
  readonly provider: 'gateway-api';
  /**
   * Gateway that routes attach to. Its listeners for HTTP and for HTTPS are named where plain HTTP is to be redirected:
   * routes of the two differ then.
   */
  readonly gateway: {
    readonly name: string;
    readonly namespace: string;
    readonly listeners?: { readonly http: string; readonly https: string };
  };
  /** Namespace that the Gateway's Pods run in: the only one that may reach a service from outside. */
  readonly controllerNamespace: string;
  /**
   * Whether the implementation matches headers by RE2 regular expressions, which the standard leaves to it. Canaries by
   * header pattern or cookie need it. Traefik, Envoy Gateway and Istio do.
   */
  readonly headerRegularExpressions: boolean;
  /** Whether it matches paths by RE2 regular expressions too; left out, it does not. */
  readonly pathRegularExpressions?: boolean;
  /**
   * What it can do beyond the core, as `kubectl get gatewayclass -o yaml` lists it; left out, nothing. What is not named
   * here is refused: some implementations ignore fields that they do not know.
   */
  readonly supportedFeatures?: readonly GatewayFeature[];
}

/**
 * ALB Ingress of Alibaba Cloud: an Application Load Balancer outside the cluster.
 *
 * @see https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/alb-ingress-configuration-dictionary
 */
export interface Alb {
  readonly provider: 'alb';
  /** IngressClass whose AlbConfig describes the load balancer. */
  readonly className: string;
  /** Addresses that the load balancer connects from, as CIDR blocks: those of its vSwitches. */
  readonly sourceCidrs: readonly string[];
}

/** Traefik 3, told by its own custom resources. */
export interface Traefik {
  readonly provider: 'traefik';
  /** Entry points for HTTP and for HTTPS, as Traefik's static configuration names them: `web` and `websecure`. */
  readonly entryPoints: { readonly http: string; readonly https: string };
  /** Namespace that Traefik's Pods run in: the only one that may reach a service from outside. */
  readonly controllerNamespace: string;
  /** Whether Traefik runs with `providers.kubernetesCRD.allowCrossNamespace`: routes may then name Services of other namespaces. */
  readonly allowCrossNamespace: boolean;
}

/** Istio 1.22 or later, told by its VirtualServices. It speaks Gateway API too. */
export interface Istio {
  readonly provider: 'istio';
  /** Gateway of `networking.istio.io` that the hosts come in by; it holds their certificates. */
  readonly gateway: { readonly name: string; readonly namespace: string };
  /** Namespace that the Gateway's Pods run in: the only one that may reach a service from outside. */
  readonly controllerNamespace: string;
}

/** One way to tell what brings requests from outside to the services of a cluster. */
export type IngressDialect = IngressNginx | GatewayApi | Alb | Traefik | Istio;

/**
 * Two dialects side by side, while hosts move from one controller to another: every Ingress is told to both, so that DNS
 * can change between them, and back. A synthesis holds them to the same hosts, paths and answers.
 *
 * What either of the two cannot do is refused. Certificates (`tlsSecret`) are told to the side that has a word for them; of
 * `gateway-api` and `istio` the Gateway has them, and for `istio` it redirects plain HTTP too.
 */
export interface Transition {
  readonly provider: 'transition';
  readonly from: IngressDialect;
  readonly to: IngressDialect;
}

/** What brings requests from outside to the services of a cluster. */
export type IngressProvider = IngressDialect | Transition;
