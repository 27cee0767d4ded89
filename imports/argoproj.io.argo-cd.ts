import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** A cluster, by its address or by the name that Argo CD has it under, and a namespace in it. */
export interface Destination {
  readonly server?: string;
  readonly name?: string;
  /** In an Application that of objects that name none; in an AppProject a pattern of those that are allowed. */
  readonly namespace?: string;
}

/** What is read, and where. */
export interface ApplicationSource {
  readonly repoURL: string;
  /** Branch, tag or commit. @default - 'HEAD' */
  readonly targetRevision?: string;
  /** Folder in the repository. */
  readonly path: string;
  /** For a folder of plain manifests. */
  readonly directory?: {
    /** Pattern of files: `dev.*.yaml`. @default - all of them */
    readonly include?: string;
    readonly exclude?: string;
    /** Whether folders in the folder are read, too. @default false */
    readonly recurse?: boolean;
  };
}

/** How often a failed sync is tried again. */
export interface RetryStrategy {
  /** Less than 0 for no limit. @default 5 */
  readonly limit?: number;
  /** Whether a new commit is taken up between two tries. Argo CD 3.2 and later. @default false */
  readonly refresh?: boolean;
  readonly backoff?: {
    /** Of Go: `5s`. */
    readonly duration?: string;
    /** @default 2 */
    readonly factor?: number;
    readonly maxDuration?: string;
  };
}

/** When and how what was read is applied. */
export interface SyncPolicy {
  /** @default - somebody has to say so */
  readonly automated?: {
    /** @default false */
    readonly prune?: boolean;
    /** @default false */
    readonly selfHeal?: boolean;
    /** Whether everything may be pruned at once. @default false */
    readonly allowEmpty?: boolean;
  };
  /** `Name=value`: `ServerSideApply=true`. */
  readonly syncOptions?: readonly string[];
  readonly retry?: RetryStrategy;
}

/** Desired state of an Application. */
export interface ApplicationSpec {
  readonly project: string;
  readonly source: ApplicationSource;
  readonly destination: Destination;
  readonly syncPolicy?: SyncPolicy;
  /** How many deployments are remembered. @default 10 */
  readonly revisionHistoryLimit?: number;
}

/** Props of `Application`. */
export interface ApplicationProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** What is deployed from where to where, and how. */
  readonly spec: ApplicationSpec;
}

/**
 * Application of Argo CD, in the field names of its CRD: of one source that is a folder of manifests. Helm, Kustomize,
 * plugins, several sources and differences to ignore are left out.
 *
 * @source github.com/argoproj/argo-cd/v3@3.2.6 manifests/crds/application-crd.yaml
 */
export class Application extends ApiObject {
  constructor(scope: Construct, id: string, props: ApplicationProps) {
    super(scope, id, { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', ...props });
  }
}

/** A kind of objects; both are patterns. */
export interface GroupKind {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
}

/** Desired state of an AppProject: what its Applications may read, and what they may deploy where. */
export interface AppProjectSpec {
  readonly description?: string;
  /** Patterns of addresses. @default - none */
  readonly sourceRepos?: readonly string[];
  /** @default - none */
  readonly destinations?: readonly Destination[];
  /** Kinds that live in no namespace. @default - none */
  readonly clusterResourceWhitelist?: readonly GroupKind[];
  /** Kinds that live in a namespace. @default - all of them */
  readonly namespaceResourceWhitelist?: readonly GroupKind[];
}

/** Props of `AppProject`. */
export interface AppProjectProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** What Applications of the project may deploy, from where and to where. */
  readonly spec: AppProjectSpec;
}

/**
 * AppProject of Argo CD, in the field names of its CRD. Roles, windows, signatures and lists of what is refused are left out.
 *
 * @source github.com/argoproj/argo-cd/v3@3.2.6 manifests/crds/appproject-crd.yaml
 */
export class AppProject extends ApiObject {
  constructor(scope: Construct, id: string, props: AppProjectProps) {
    super(scope, id, { apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', ...props });
  }
}
