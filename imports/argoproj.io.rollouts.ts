import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** A text that must be met: one of the three. */
export interface RolloutStringMatch {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}

/** Requests that a step gives to the canary, by their headers. Without `match` the route of that name is taken away. */
export interface SetHeaderRoute {
  /** One of `managedRoutes`. */
  readonly name: string;
  readonly match?: readonly { readonly headerName: string; readonly headerValue: RolloutStringMatch }[];
}

/** What the controller does next: one of these. */
export interface CanaryStep {
  /** Share of `maxTrafficWeight`. */
  readonly setWeight?: number;
  /** Seconds, or a time such as `5m`; without `duration`, until somebody promotes. */
  readonly pause?: { readonly duration?: number | string };
  readonly setHeaderRoute?: SetHeaderRoute;
  readonly setCanaryScale?: {
    readonly weight?: number;
    readonly replicas?: number;
    readonly matchTrafficWeight?: boolean;
  };
}

/** The Ingress that the controller copies for the canary, by the annotations of ingress-nginx. */
export interface NginxTrafficRouting {
  readonly stableIngress?: string;
  readonly stableIngresses?: readonly string[];
  /** @default 'nginx.ingress.kubernetes.io' */
  readonly annotationPrefix?: string;
  /** Further annotations of the canary's Ingress; the prefix is put before them. */
  readonly additionalIngressAnnotations?: Readonly<Record<string, string>>;
  readonly canaryIngressAnnotations?: Readonly<Record<string, string>>;
}

/** VirtualService whose weights the controller moves, and the names of its routes that have them. */
export interface RolloutVirtualService {
  readonly name: string;
  readonly routes?: readonly string[];
}

/** What divides the requests, and where its weights are. */
export interface TrafficRouting {
  readonly nginx?: NginxTrafficRouting;
  readonly traefik?: { readonly weightedTraefikServiceName: string };
  readonly istio?: {
    readonly virtualService?: RolloutVirtualService;
    readonly virtualServices?: readonly RolloutVirtualService[];
  };
  /** Settings of plugins, by their names. */
  readonly plugins?: Readonly<Record<string, unknown>>;
  /** Routes that steps make, in the order in which they are asked. */
  readonly managedRoutes?: readonly { readonly name: string }[];
  /** What a whole is, for nginx and plugins. @default 100 */
  readonly maxTrafficWeight?: number;
}

/** How a new version comes in. */
export interface CanaryStrategy {
  readonly stableService?: string;
  readonly canaryService?: string;
  readonly trafficRouting?: TrafficRouting;
  readonly steps?: readonly CanaryStep[];
  readonly maxSurge?: number | string;
  readonly maxUnavailable?: number | string;
  /** Seconds that the old Pods stay after a promotion. @default 30 */
  readonly scaleDownDelaySeconds?: number;
  /** Seconds that the canary's Pods stay after an abort. @default 30 */
  readonly abortScaleDownDelaySeconds?: number;
  /** @default false */
  readonly dynamicStableScale?: boolean;
}

/** Desired state of a Rollout: that of a Deployment, but for the strategy. */
export interface RolloutSpec {
  /** Left out where an autoscaler decides. @default 1 */
  readonly replicas?: number;
  readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
  /** The Pod, as the API has it. */
  readonly template: object;
  readonly minReadySeconds?: number;
  /** @default 10 */
  readonly revisionHistoryLimit?: number;
  /** @default 600 */
  readonly progressDeadlineSeconds?: number;
  /** Whether a version that misses the deadline is taken back. @default false */
  readonly progressDeadlineAbort?: boolean;
  readonly strategy: { readonly canary: CanaryStrategy };
}

/** Props of `ArgoRollout`. */
export interface ArgoRolloutProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata: ApiObjectMetadata;
  /** Pods, and how new ones come in. */
  readonly spec: RolloutSpec;
}

/**
 * Rollout of Argo Rollouts 1.9 or later, in the field names of its CRD.
 *
 * @source github.com/argoproj/argo-rollouts@1.10.2 manifests/crds/rollout-crd.yaml
 */
export class ArgoRollout extends ApiObject {
  constructor(scope: Construct, id: string, props: ArgoRolloutProps) {
    super(scope, id, { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', ...props });
  }
}
