/** One condition of a quota, as it stands in a ResourceQuota. */
interface ScopeRequirement {
  readonly scopeName: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values?: string[];
}

const CONTRADICTIONS: readonly (readonly [string, string])[] = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
];

/**
 * Which Pods a quota counts. It is written as a selector in every case: the older list of scopes is immutable.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes
 */
export class QuotaScope {
  /** Pods that end by themselves: those with `activeDeadlineSeconds`. */
  static terminating(): QuotaScope {
    return new QuotaScope({ scopeName: 'Terminating', operator: 'Exists' });
  }

  /** Pods that run until somebody ends them. */
  static notTerminating(): QuotaScope {
    return new QuotaScope({ scopeName: 'NotTerminating', operator: 'Exists' });
  }

  /** Pods without any request or limit. Their number alone can be bounded. */
  static bestEffort(): QuotaScope {
    return new QuotaScope({ scopeName: 'BestEffort', operator: 'Exists' });
  }

  /** Pods with a request or a limit. */
  static notBestEffort(): QuotaScope {
    return new QuotaScope({ scopeName: 'NotBestEffort', operator: 'Exists' });
  }

  /** Pods of one of some PriorityClasses. */
  static priorityClass(...names: readonly string[]): QuotaScope {
    return new QuotaScope({ scopeName: 'PriorityClass', operator: 'In', values: [...names] });
  }

  /** Pods of none of some PriorityClasses. */
  static priorityClassOtherThan(...names: readonly string[]): QuotaScope {
    return new QuotaScope({ scopeName: 'PriorityClass', operator: 'NotIn', values: [...names] });
  }

  /** Pods whose (anti-)affinity looks at other namespaces. 0 of them keeps a team from pushing others off nodes. */
  static crossNamespaceAffinity(): QuotaScope {
    return new QuotaScope({ scopeName: 'CrossNamespacePodAffinity', operator: 'Exists' });
  }

  private constructor(
    /** The scope as a ResourceQuota holds it. */
    readonly manifest: ScopeRequirement,
  ) {}
}

/** Why Kubernetes would refuse these scopes together, or why they count no Pod; nothing where they are sound. */
export function quotaScopesProblem(
  scopes: readonly QuotaScope[],
): { readonly got: unknown; readonly rule: string } | undefined {
  const names = scopes.map(({ manifest }) => manifest.scopeName);
  if (names.length === 0) return { got: names, rule: 'must name at least one' };
  const nobody = scopes.find(({ manifest }) => manifest.values?.length === 0);
  if (nobody) return { got: nobody.manifest.values, rule: 'must name a PriorityClass' };
  const both = CONTRADICTIONS.find((pair) => pair.every((name) => names.includes(name)));
  return both && { got: names, rule: `must not have both ${both.join(' and ')}: no Pod is both` };
}
