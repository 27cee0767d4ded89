import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** The object that runs the Pods: a Deployment, a StatefulSet, a DaemonSet. */
export interface CrossVersionObjectReference {
  /** @default - the core group */
  readonly apiVersion?: string;
  readonly kind: string;
  readonly name: string;
}

/** Amounts of resources. */
export interface ResourceList {
  /** Whole thousandths: `250m`. */
  readonly cpu?: string;
  /** Whole bytes: `128Mi`. */
  readonly memory?: string;
}

/** What the autoscaler may do with one container. */
export interface ContainerResourcePolicy {
  /** Its name, or `*` for those that have no policy of their own. The schema has it optional, the admission controller not. */
  readonly containerName: string;
  /** @default 'Auto' */
  readonly mode?: 'Auto' | 'Off';
  /** @default - no least */
  readonly minAllowed?: ResourceList;
  /** @default - no most */
  readonly maxAllowed?: ResourceList;
  /** @default ['cpu', 'memory'] */
  readonly controlledResources?: readonly ('cpu' | 'memory')[];
  /** @default 'RequestsAndLimits' */
  readonly controlledValues?: 'RequestsAndLimits' | 'RequestsOnly';
}

/** What the recommendation for some resources must be to evict a Pod. */
export interface EvictionRequirement {
  /** One of them is enough. */
  readonly resources: readonly ('cpu' | 'memory')[];
  readonly changeRequirement: 'TargetHigherThanRequests' | 'TargetLowerThanRequests';
}

/** When Pods get what is recommended. */
export interface PodUpdatePolicy {
  /** The schema has it optional, the admission controller not. The CRD's `Auto` is deprecated, its `InPlace` alpha. */
  readonly updateMode: 'Off' | 'Initial' | 'Recreate' | 'InPlaceOrRecreate';
  /** Pods that must run before one is evicted. @default - what the updater is started with: 2 */
  readonly minReplicas?: number;
  /** All must hold. @default - none */
  readonly evictionRequirements?: readonly EvictionRequirement[];
}

/** Desired state of a VerticalPodAutoscaler. */
export interface VerticalPodAutoscalerSpec {
  readonly targetRef: CrossVersionObjectReference;
  /** @default - updateMode Recreate */
  readonly updatePolicy?: PodUpdatePolicy;
  /** @default - every container, without bounds */
  readonly resourcePolicy?: { readonly containerPolicies?: readonly ContainerResourcePolicy[] };
  /** At most one. @default - the recommender of the installation */
  readonly recommenders?: readonly { readonly name: string }[];
}

/** Props of `VerticalPodAutoscaler`. */
export interface VerticalPodAutoscalerProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** The target, and what may be done with it. */
  readonly spec: VerticalPodAutoscalerSpec;
}

/**
 * VerticalPodAutoscaler, in the field names of its CRD. Fields behind alpha gates are left out: startupBoost, the oom and
 * memoryAggregation ones, evictAfterOOMSeconds.
 *
 * @source k8s.io/autoscaler/vertical-pod-autoscaler@1.8.1 deploy/vpa-v1-crd-gen.yaml
 */
export class VerticalPodAutoscaler extends ApiObject {
  constructor(scope: Construct, id: string, props: VerticalPodAutoscalerProps) {
    super(scope, id, { apiVersion: 'autoscaling.k8s.io/v1', kind: 'VerticalPodAutoscaler', ...props });
  }
}
