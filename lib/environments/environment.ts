import type { Size } from 'cdk8s';
import type { ConfigData } from '../kubernetes/config-data';
import type { ContainerImage } from '../kubernetes/container-image';
import type { ContainerSize } from '../kubernetes/container-size';
import type { IngressProvider } from '../kubernetes/ingress-provider';
import type { Cpu } from '../kubernetes/k8s';
import type { NamespaceQuota } from '../kubernetes/namespace-quota';
import type { ArgoCdCluster, ArgoCdDelivery } from './argo-cd-delivery';
import type { EnvironmentPolicies } from './environment-policies';
import type { ReleasePolicy } from './release-policy';
import type { Colour } from './releases';

/** A Kubernetes cluster that environments run in, a namespace each. */
export interface Cluster {
  /** Name of the cluster. Output for any other than the home cluster goes to `dist/<name>/`. */
  readonly name: string;
  /** Minor version of its API server, `1.30` to the newest in schemas.json: every object is checked against it. */
  readonly kubernetesVersion: string;
  /**
   * How Argo CD deploys what governs the cluster, and where it finds the cluster.
   *
   * @default - it does not
   */
  readonly argoCd?: ArgoCdCluster;
  /** What brings requests in, and how it is told to. */
  readonly ingress: IngressProvider;
  /** Worker nodes: how many, and what one can give to Pods. */
  readonly nodes: { readonly count: number; readonly cpu: Cpu; readonly memory: Size };
  /** API groups whose CustomResourceDefinitions the cluster has: `gateway.networking.k8s.io`. */
  readonly customResourceGroups: readonly string[];
}

/** Sizes that charts choose from by name. */
export type SizeName = 'small' | 'medium';

/** One environment's values, written by people, in full: what differs between environments differs here and nowhere else. */
export interface EnvironmentValues {
  /** Name: the value of the label `environment`, the key in releases.json, the first part of its file names. */
  readonly name: string;
  /** Namespace that everything of the environment lives in. */
  readonly namespace: string;
  readonly cluster: Cluster;
  /**
   * How Argo CD deploys the environment.
   *
   * @default - it does not
   */
  readonly argoCd?: ArgoCdDelivery;
  /** Domain that its hosts are names in: a service `hello` answers at `hello.<domain>`. */
  readonly domain: string;
  /** Registry of images that name none, and the Secret to pull from it with. */
  readonly registry: { readonly host: string; readonly pullSecret?: string };
  readonly imagePullPolicy: ContainerImage['pullPolicy'];
  /** Whether releases.json must give the digest of every image that runs here. */
  readonly requireDigest: boolean;
  /** Whether secrets may be written into dist/, where everybody who can read the repository reads them. */
  readonly literalSecrets: 'allowed' | 'refused';
  /** Bounds of replicas for services that scale. */
  readonly replicas: { readonly minReplicas: number; readonly maxReplicas: number };
  readonly sizes: Readonly<Record<SizeName, ContainerSize>>;
  readonly quota: NamespaceQuota;
  /** Rules that its objects are held to, here and by the API server. */
  readonly policies: EnvironmentPolicies;
  /** Size of a container that states none, and the largest that one may have. */
  readonly containerDefaults: { readonly size: ContainerSize; readonly maxCpu: Cpu; readonly maxMemory: Size };
  /** Addresses of the databases outside the cluster: `10.20.0.0/24`. */
  readonly databaseCidr: string;
  /** Config by service: keys and values, no secrets. */
  readonly config: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** How versions come here: `npm run release` keeps to it. */
  readonly releasing: ReleasePolicy;
}

/** What runs of one service, by releases.json. */
export interface ReleasedImages {
  /** What most requests get. */
  readonly image: ContainerImage;
  /** The next version, and the percent of requests that it gets, 0 to 100. */
  readonly canary?: { readonly image: ContainerImage; readonly weightPercent: number };
}

/** What runs of one service by colour, by releases.json. */
export interface ReleasedColours {
  /** Colour that requests get. */
  readonly live: Colour;
  /** Colour of the version that is being released: while there is one, both are up. */
  readonly releasing?: Colour;
  readonly blue?: { readonly image: ContainerImage };
  readonly green?: { readonly image: ContainerImage };
}

/** What a chart sees: the environment's values, and what is released to it. */
export interface Environment extends EnvironmentValues {
  /**
   * What releases.json says to run.
   *
   * @param service key in releases.json
   * @param repository where its images are: a path in the environment's registry, or host and path
   * @throws when releases.json does not name the service for this environment, or names it by colour
   */
  release(service: string, repository: string): ReleasedImages;
  /**
   * What releases.json says to run of a service by colour.
   *
   * @param service key in releases.json
   * @param repository where its images are: a path in the environment's registry, or host and path
   * @throws when releases.json does not name the service for this environment, or names no colours
   */
  colours(service: string, repository: string): ReleasedColours;
  /**
   * Config values of a version of a service: those of the environment, or those that a rollback brought back.
   *
   * @param version left out, the stable one, or the live one; the canary where there is none is the stable one
   * @throws when the environment has none for it
   */
  configOf(service: string, version?: 'canary' | Colour): Readonly<Record<string, string>>;
  /**
   * A file of the project, or the files of a folder, as config: names and contents.
   *
   * @param path from the root of the project: `config/orders`
   * @throws when it is not there, or holds what can be no config
   */
  files(path: string): ConfigData;
  /** Services that releases.json names for this environment. */
  readonly services: readonly string[];
}
