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

/** What requests that match any of `matches` get. */
export interface HttpRouteRule {
  readonly matches?: readonly HttpRouteMatch[];
  readonly backendRefs?: readonly HttpBackendRef[];
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
