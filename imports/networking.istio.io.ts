import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** A text that must be met: one of the three; none of them is any text. */
export interface StringMatch {
  readonly exact?: string;
  readonly prefix?: string;
  /** RE2, for the whole of the text. */
  readonly regex?: string;
}

/** Conditions of which all must hold. */
export interface HttpMatchRequest {
  readonly name?: string;
  /** The path, without its query. */
  readonly uri?: StringMatch;
  /** By name in lower case. */
  readonly headers?: Readonly<Record<string, StringMatch>>;
  readonly withoutHeaders?: Readonly<Record<string, StringMatch>>;
  readonly queryParams?: Readonly<Record<string, StringMatch>>;
  readonly method?: StringMatch;
  /** For `exact` and `prefix` of `uri`. @default false */
  readonly ignoreUriCase?: boolean;
}

/** Who answers, and which share: its weight over the sum of the rule's weights. */
export interface HttpRouteDestination {
  readonly destination: {
    /** Service, best by its name in full: a short one is completed by the namespace of the VirtualService. */
    readonly host: string;
    readonly subset?: string;
    readonly port?: { readonly number: number };
  };
  /** @default - all where there is one destination */
  readonly weight?: number;
}

/** Where a request is sent on to; what is left out stays as it was asked for. */
export interface HttpRedirect {
  readonly scheme?: string;
  readonly authority?: string;
  readonly port?: number;
  readonly uri?: string;
  /** @default 301 */
  readonly redirectCode?: number;
}

/** What the Service sees in place of what was asked for. */
export interface HttpRewrite {
  readonly authority?: string;
  /** In place of the path, or of the prefix that was matched. */
  readonly uri?: string;
  /** Groups of `match` are `\1` and so on in `rewrite`. */
  readonly uriRegexRewrite?: { readonly match: string; readonly rewrite: string };
}

/** Which pages of other origins may read the answers. */
export interface CorsPolicy {
  readonly allowOrigins?: readonly StringMatch[];
  readonly allowMethods?: readonly string[];
  readonly allowHeaders?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  /** Time such as `600s`. */
  readonly maxAge?: string;
  readonly allowCredentials?: boolean;
}

/** What requests that match any of `match` get. The first rule that matches, in the order of the list, decides. */
export interface VirtualServiceRule {
  readonly name?: string;
  readonly match?: readonly HttpMatchRequest[];
  readonly route?: readonly HttpRouteDestination[];
  readonly redirect?: HttpRedirect;
  readonly rewrite?: HttpRewrite;
  /** Time for the whole request, such as `30s`. @default - none */
  readonly timeout?: string;
  readonly corsPolicy?: CorsPolicy;
}

/** Desired state of a VirtualService. */
export interface VirtualServiceSpec {
  /** Names, `*.example.com`, or `*`. */
  readonly hosts: readonly string[];
  /** Gateways as `namespace/name`. @default ['mesh'] */
  readonly gateways?: readonly string[];
  readonly http?: readonly VirtualServiceRule[];
}

/** Props of `VirtualService`. */
export interface VirtualServiceProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** Hosts, Gateways and rules. */
  readonly spec: VirtualServiceSpec;
}

/**
 * VirtualService of Istio 1.22 or later, in the field names of its CRD.
 *
 * @source istio.io/api@1.31.1 kubernetes/customresourcedefinitions.gen.yaml
 */
export class VirtualService extends ApiObject {
  constructor(scope: Construct, id: string, props: VirtualServiceProps) {
    super(scope, id, { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', ...props });
  }
}
