/**
 * What an expression is asked of:
 *
 * - `container`: every container of a Pod or a Pod template, init and ephemeral ones as well, as `container`
 * - `mainContainer`: those that run for as long as the Pod does, sidecars too, as `container`
 * - `pod`: the specification of a Pod or of a Pod template, as `variables.podSpec`, its metadata as `variables.podMetadata`
 * - a list of kinds: the object itself, as `object`
 */
export type Subject = 'container' | 'mainContainer' | 'pod' | readonly SubjectKind[];

/** A kind, as an API server knows it. */
export interface SubjectKind {
  readonly apiVersion: string;
  readonly kind: string;
  /** Plural in lower case, as in its address. */
  readonly resource: string;
  /**
   * Whether its objects live in no namespace.
   *
   * @default false
   */
  readonly clusterScoped?: boolean;
}

/**
 * The part of a rule that an API server evaluates. The rule's parameters are variables there too: `variables.<name>`.
 */
export interface AdmissionRule {
  readonly about: Subject;
  /** CEL that Kubernetes 1.30 knows; true where the subject keeps to the rule. */
  readonly expression: string;
  /** Field that a violation is told of, in the subject: `securityContext.privileged`; empty for the subject itself. */
  readonly field: string;
  /** The rule as a sentence goes on: `must not be true`. */
  readonly must: string;
}
