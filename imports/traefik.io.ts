import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** A cookie that keeps a client to what answered first. */
export interface StickyCookie {
  readonly name?: string;
  readonly secure?: boolean;
  readonly httpOnly?: boolean;
  readonly sameSite?: 'none' | 'lax' | 'strict';
  /** Seconds; left out, as long as the browser is open. */
  readonly maxAge?: number;
  /** @default '/' */
  readonly path?: string;
  readonly domain?: string;
}

/** How clients are kept to what answered first. */
export interface Sticky {
  readonly cookie?: StickyCookie;
}

/** Something that answers: a Service, or a TraefikService. */
export interface TraefikBackend {
  readonly name: string;
  /** @default 'Service' */
  readonly kind?: 'Service' | 'TraefikService';
  /** @default - that of the object that names it; another only with allowCrossNamespace */
  readonly namespace?: string;
  /** Number or name; a TraefikService has none. */
  readonly port?: number | string;
  /** @default - http, or https for port 443 and port names that begin so */
  readonly scheme?: 'http' | 'https' | 'h2c';
  /** ServersTransport in the Service's namespace. */
  readonly serversTransport?: string;
  readonly sticky?: Sticky;
  /** Share over the sum of the weights of a weighted TraefikService. @default 1 */
  readonly weight?: number;
  /** @default true */
  readonly passHostHeader?: boolean;
}

/** A Middleware, or another object, by its name. */
export interface TraefikRef {
  readonly name: string;
  readonly namespace?: string;
}

/** Requests that match, and what they get. */
export interface IngressRouteRule {
  readonly kind?: 'Rule';
  /** Rule such as Host(`a.example.com`) && PathPrefix(`/api`). */
  readonly match: string;
  /** Higher first. @default - the length of `match` */
  readonly priority?: number;
  readonly middlewares?: readonly TraefikRef[];
  readonly services?: readonly TraefikBackend[];
}

/** How TLS ends at the entry point. */
export interface IngressRouteTls {
  readonly secretName?: string;
  readonly certResolver?: string;
  readonly options?: TraefikRef;
  readonly domains?: readonly { readonly main?: string; readonly sans?: readonly string[] }[];
}

/** Desired state of an IngressRoute. */
export interface IngressRouteSpec {
  /** @default - the default entry points */
  readonly entryPoints?: readonly string[];
  readonly routes: readonly IngressRouteRule[];
  /** @default - plain HTTP */
  readonly tls?: IngressRouteTls;
}

/** Props of `IngressRoute`. */
export interface IngressRouteProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata: ApiObjectMetadata;
  /** Entry points, rules and TLS. */
  readonly spec: IngressRouteSpec;
}

/**
 * IngressRoute of Traefik 3, in the field names of its CRD.
 *
 * @source github.com/traefik/traefik/v3@3.7.5 integration/fixtures/k8s/01-traefik-crd.yml
 */
export class IngressRoute extends ApiObject {
  constructor(scope: Construct, id: string, props: IngressRouteProps) {
    super(scope, id, { apiVersion: 'traefik.io/v1alpha1', kind: 'IngressRoute', ...props });
  }
}

/** Desired state of a TraefikService. */
export interface TraefikServiceSpec {
  readonly weighted?: { readonly services?: readonly TraefikBackend[]; readonly sticky?: Sticky };
}

/** Props of `TraefikService`. */
export interface TraefikServiceProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata: ApiObjectMetadata;
  /** Who answers which share. */
  readonly spec: TraefikServiceSpec;
}

/** TraefikService of Traefik 3, in the field names of its CRD: several that answer, by their weights. */
export class TraefikService extends ApiObject {
  constructor(scope: Construct, id: string, props: TraefikServiceProps) {
    super(scope, id, { apiVersion: 'traefik.io/v1alpha1', kind: 'TraefikService', ...props });
  }
}

/** What requests are counted by. */
export interface SourceCriterion {
  /** Address of the client: the connection's, or the one that so many proxies before it forwarded. */
  readonly ipStrategy?: { readonly depth?: number; readonly excludedIPs?: readonly string[] };
  readonly requestHeaderName?: string;
  readonly requestHost?: boolean;
}

/** Headers of the answer that say which pages of other origins may read it. */
export interface TraefikHeaders {
  readonly accessControlAllowCredentials?: boolean;
  readonly accessControlAllowHeaders?: readonly string[];
  readonly accessControlAllowMethods?: readonly string[];
  readonly accessControlAllowOriginList?: readonly string[];
  readonly accessControlExposeHeaders?: readonly string[];
  /** Seconds. */
  readonly accessControlMaxAge?: number;
  readonly addVaryHeader?: boolean;
  readonly customRequestHeaders?: Readonly<Record<string, string>>;
  readonly customResponseHeaders?: Readonly<Record<string, string>>;
}

/** Desired state of a Middleware: one of these. */
export interface MiddlewareSpec {
  readonly addPrefix?: { readonly prefix: string };
  readonly stripPrefix?: { readonly prefixes: readonly string[] };
  readonly replacePath?: { readonly path: string };
  readonly replacePathRegex?: { readonly regex: string; readonly replacement: string };
  readonly redirectRegex?: { readonly regex: string; readonly replacement: string; readonly permanent?: boolean };
  readonly redirectScheme?: { readonly scheme: string; readonly port?: string; readonly permanent?: boolean };
  readonly rateLimit?: {
    readonly average: number;
    readonly burst?: number;
    readonly period?: number | string;
    readonly sourceCriterion?: SourceCriterion;
  };
  readonly inFlightReq?: { readonly amount: number; readonly sourceCriterion?: SourceCriterion };
  readonly ipAllowList?: { readonly sourceRange: readonly string[]; readonly rejectStatusCode?: number };
  readonly buffering?: { readonly maxRequestBodyBytes?: number; readonly memRequestBodyBytes?: number };
  readonly headers?: TraefikHeaders;
  readonly chain?: { readonly middlewares: readonly TraefikRef[] };
}

/** Props of `Middleware`. */
export interface MiddlewareProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata: ApiObjectMetadata;
  /** What is done to requests or answers. */
  readonly spec: MiddlewareSpec;
}

/** Middleware of Traefik 3, in the field names of its CRD. */
export class Middleware extends ApiObject {
  constructor(scope: Construct, id: string, props: MiddlewareProps) {
    super(scope, id, { apiVersion: 'traefik.io/v1alpha1', kind: 'Middleware', ...props });
  }
}

/** Desired state of a ServersTransport. Times are such as `5s`. */
export interface ServersTransportSpec {
  readonly serverName?: string;
  readonly insecureSkipVerify?: boolean;
  readonly forwardingTimeouts?: {
    readonly dialTimeout?: number | string;
    readonly responseHeaderTimeout?: number | string;
    readonly idleConnTimeout?: number | string;
  };
}

/** Props of `ServersTransport`. */
export interface ServersTransportProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata: ApiObjectMetadata;
  /** How Traefik connects to Pods. */
  readonly spec: ServersTransportSpec;
}

/** ServersTransport of Traefik 3, in the field names of its CRD: how it connects to the Pods of a Service. */
export class ServersTransport extends ApiObject {
  constructor(scope: Construct, id: string, props: ServersTransportProps) {
    super(scope, id, { apiVersion: 'traefik.io/v1alpha1', kind: 'ServersTransport', ...props });
  }
}
