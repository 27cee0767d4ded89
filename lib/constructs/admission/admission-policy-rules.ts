/** An expression in CEL, and the name that others know it by. */
export interface NamedExpression {
  readonly name: string;
  readonly expression: string;
}

/** Requests about some resources: those of one version of an API group. */
export interface RequestMatch {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly operations: readonly string[];
  /** Plurals in lower case: `deployments`. */
  readonly resources: readonly string[];
}

/** An expression in CEL that must be true, and what to say where it is not. */
export interface AdmissionValidation {
  readonly expression: string;
  /**
   * What to say.
   *
   * @default - what `messageExpression` says
   */
  readonly message?: string;
  /**
   * CEL that makes what to say of the object.
   *
   * @default - what `message` says
   */
  readonly messageExpression?: string;
}

/** What an `AdmissionPolicy` says: what must hold, of which requests. */
export interface AdmissionPolicyRules {
  /** What it is there for, for whoever finds it in the cluster. */
  readonly description: string;
  readonly requests: readonly RequestMatch[];
  /** All must be true, or the request is none of its business. */
  readonly conditions: readonly NamedExpression[];
  /** Parts of expressions, each made of those before it: `variables.<name>`. */
  readonly variables: readonly NamedExpression[];
  readonly validations: readonly AdmissionValidation[];
}
