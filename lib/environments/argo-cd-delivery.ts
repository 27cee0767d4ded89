/** Where a Git repository keeps what Argo CD is to apply. */
export interface GitSource {
  /** Address that Argo CD reads it by: `https://git.example.com/team/services.git`, `git@git.example.com:team/services.git`. */
  readonly repository: string;
  /** Branch to follow, or a tag or a commit to stay at: `main`. */
  readonly revision: string;
  /** Folder of the repository that the output lies in: `dist`, or `services/dist` where the project is a folder of it. */
  readonly folder: string;
}

/** What Argo CD does by itself. */
export interface AutomatedSync {
  /** Whether it deletes what is no longer in the repository. */
  readonly prune: boolean;
  /** Whether it changes back what somebody changed by hand. */
  readonly selfHeal: boolean;
}

/** How Argo CD deploys an environment, or what governs a cluster. */
export interface ArgoCdDelivery {
  /** Namespace that Argo CD is installed in. */
  readonly namespace: string;
  readonly source: GitSource;
  /**
   * AppProject that says what may be deployed where: it allows what is in dist/ for its environments, and nothing else.
   * Environments of a team may share one.
   */
  readonly project: string;
  /** Name of the Application; the only one of that name in this Argo CD. */
  readonly application: string;
  /** Whether each commit is applied by itself, or waits for somebody who says so. */
  readonly sync: AutomatedSync | 'manual';
}

/** The cluster as Argo CD knows it: by the address of its API server, or by the name that it was added under. */
export type ArgoCdDestination = { readonly server: string } | { readonly name: string };

/** How Argo CD deploys what governs a cluster, and where it finds that cluster. */
export interface ArgoCdCluster extends ArgoCdDelivery {
  readonly destination: ArgoCdDestination;
}
