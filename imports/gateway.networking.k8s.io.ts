import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** What a route attaches to: a Gateway, or one listener of it. */
export interface ParentReference {
  /** @default 'gateway.networking.k8s.io' */
  readonly group?: string;
  /** @default 'Gateway' */
  readonly kind?: string;
  readonly name: string;
  /** @default - the route's namespace */
  readonly namespace?: string;
  /** Listener. @default - all of them */
  readonly sectionName?: string;
  readonly port?: number;
}

/** A path that a request must have. */
export interface PathMatch {
  /** @default 'PathPrefix' */
  readonly type?: 'Exact' | 'PathPrefix' | 'RegularExpression';
  /** @default '/' */
  readonly value?: string;
}

/** A header that a request must have. */
export interface HeaderMatch {
  /** @default 'Exact' */
  readonly type?: 'Exact' | 'RegularExpression';
  readonly name: string;
  readonly value: string;
}

/** Conditions of which all must hold. */
export interface HttpRouteMatch {
  readonly path?: PathMatch;
  readonly headers?: readonly HeaderMatch[];
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH';
}

/** A Service that gets a share of the requests: its weight over the sum of the rule's weights. */
export interface HttpBackendRef {
  /** @default '' */
  readonly group?: string;
  /** @default 'Service' */
  readonly kind?: string;
  readonly name: string;
  /** @default - the route's namespace */
  readonly namespace?: string;
  readonly port?: number;
  /** 0 to 1,000,000. @default 1 */
  readonly weight?: number;
}

/** A new path: the field that `type` names is given, and no other. */
export interface PathModifier {
  readonly type: 'ReplaceFullPath' | 'ReplacePrefixMatch';
  readonly replaceFullPath?: string;
  readonly replacePrefixMatch?: string;
}

/** Where a request is sent on to; what is left out stays as it was asked for. */
export interface RequestRedirect {
  readonly scheme?: 'http' | 'https';
  readonly hostname?: string;
  readonly path?: PathModifier;
  readonly port?: number;
  /** @default 302 */
  readonly statusCode?: 301 | 302 | 303 | 307 | 308;
}

/** What the Service sees in place of what was asked for. */
export interface UrlRewrite {
  readonly hostname?: string;
  readonly path?: PathModifier;
}

/** Which pages of other origins may read the answers. */
export interface CorsFilter {
  readonly allowOrigins?: readonly string[];
  readonly allowCredentials?: boolean;
  readonly allowMethods?: readonly string[];
  readonly allowHeaders?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  /** Seconds. @default 5 */
  readonly maxAge?: number;
}

/** Headers that are set, added and removed. */
export interface HeaderModifier {
  readonly set?: readonly { readonly name: string; readonly value: string }[];
  readonly add?: readonly { readonly name: string; readonly value: string }[];
  readonly remove?: readonly string[];
}

/** A step that requests or answers go through: the field that belongs to `type` is given, and no other. */
export interface HttpRouteFilter {
  readonly type: 'RequestHeaderModifier' | 'ResponseHeaderModifier' | 'RequestRedirect' | 'URLRewrite' | 'CORS';
  readonly requestHeaderModifier?: HeaderModifier;
  readonly responseHeaderModifier?: HeaderModifier;
  readonly requestRedirect?: RequestRedirect;
  readonly urlRewrite?: UrlRewrite;
  readonly cors?: CorsFilter;
}

/** Times such as `30s`; `backendRequest` is for one try, and no longer than `request`. */
export interface HttpRouteTimeouts {
  readonly request?: string;
  readonly backendRequest?: string;
}

/** What requests that match any of `matches` get. */
export interface HttpRouteRule {
  readonly matches?: readonly HttpRouteMatch[];
  readonly filters?: readonly HttpRouteFilter[];
  readonly backendRefs?: readonly HttpBackendRef[];
  readonly timeouts?: HttpRouteTimeouts;
}

/** Desired state of an HTTPRoute. */
export interface HttpRouteSpec {
  readonly parentRefs?: readonly ParentReference[];
  readonly hostnames?: readonly string[];
  readonly rules?: readonly HttpRouteRule[];
}

/** Props of `HttpRoute`. */
export interface HttpRouteProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** Hosts, rules and what the route attaches to. */
  readonly spec: HttpRouteSpec;
}

/**
 * HTTPRoute of Gateway API, in the field names of its CRD.
 *
 * @source sigs.k8s.io/gateway-api@1.6.3 config/crd/standard/gateway.networking.k8s.io_httproutes.yaml
 */
export class HttpRoute extends ApiObject {
  constructor(scope: Construct, id: string, props: HttpRouteProps) {
    super(scope, id, { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', ...props });
  }
}

/** A certificate of a listener. */
export interface CertificateRef {
  /** @default '' */
  readonly group?: string;
  /** @default 'Secret' */
  readonly kind?: string;
  readonly name: string;
  /** @default - the Gateway's namespace */
  readonly namespace?: string;
}

/** How a listener ends TLS. */
export interface ListenerTls {
  /** @default 'Terminate' */
  readonly mode?: 'Terminate' | 'Passthrough';
  readonly certificateRefs?: readonly CertificateRef[];
}

/** Namespaces by their labels. */
export interface NamespaceSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** Routes that may attach to a listener. */
export interface AllowedRoutes {
  readonly namespaces?: {
    /** @default 'Same' */
    readonly from?: 'All' | 'Selector' | 'Same';
    readonly selector?: NamespaceSelector;
  };
  readonly kinds?: readonly { readonly group?: string; readonly kind: string }[];
}

/** A port that a Gateway listens on. */
export interface Listener {
  readonly name: string;
  /** Host, or hosts such as `*.example.com`. @default - every host */
  readonly hostname?: string;
  readonly port: number;
  /** `HTTP`, `HTTPS`, `TLS`, `TCP`, `UDP`, or one of the implementation. */
  readonly protocol: string;
  readonly tls?: ListenerTls;
  readonly allowedRoutes?: AllowedRoutes;
}

/** Desired state of a Gateway. */
export interface GatewaySpec {
  readonly gatewayClassName: string;
  readonly listeners: readonly Listener[];
  readonly addresses?: readonly { readonly type?: string; readonly value: string }[];
}

/** Props of `Gateway`. */
export interface GatewayProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** Class and listeners. */
  readonly spec: GatewaySpec;
}

/**
 * Gateway of Gateway API, in the field names of its CRD.
 *
 * @source sigs.k8s.io/gateway-api@1.6.3 config/crd/standard/gateway.networking.k8s.io_gateways.yaml
 */
export class Gateway extends ApiObject {
  constructor(scope: Construct, id: string, props: GatewayProps) {
    super(scope, id, { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', ...props });
  }
}

/** Objects of a namespace that may name those of `to`. */
export interface ReferenceGrantFrom {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
}

/** Objects that may be named. */
export interface ReferenceGrantTo {
  readonly group: string;
  readonly kind: string;
  /** @default - all of the kind */
  readonly name?: string;
}

/** Desired state of a ReferenceGrant. */
export interface ReferenceGrantSpec {
  readonly from: readonly ReferenceGrantFrom[];
  readonly to: readonly ReferenceGrantTo[];
}

/** Props of `ReferenceGrant`. */
export interface ReferenceGrantProps {
  /** Name, and the namespace of what may be named. */
  readonly metadata?: ApiObjectMetadata;
  /** Who may name what. */
  readonly spec: ReferenceGrantSpec;
}

/**
 * ReferenceGrant of Gateway API, in the field names of its CRD. v1beta1 is what every release since 0.6 serves.
 *
 * @source sigs.k8s.io/gateway-api@1.6.3 config/crd/standard/gateway.networking.k8s.io_referencegrants.yaml
 */
export class ReferenceGrant extends ApiObject {
  constructor(scope: Construct, id: string, props: ReferenceGrantProps) {
    super(scope, id, { apiVersion: 'gateway.networking.k8s.io/v1beta1', kind: 'ReferenceGrant', ...props });
  }
}
