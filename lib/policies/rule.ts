import type { InvalidValue } from '../kubernetes/invalid-value';
import type { Manifest } from '../kubernetes/manifest';
import type { Schemas } from '../kubernetes/schema/schemas';

/** The cluster that manifests are meant for. */
export interface RuleContext {
  /** Minor of its API server: `1.30`. */
  readonly kubernetesVersion: string;
  /** API groups whose CustomResourceDefinitions it has. */
  readonly customResourceGroups: readonly string[];
  readonly schemas: Schemas;
}

/** A broken rule: the object that breaks it, the field, what was found, and how to mend it. */
export interface Violation extends InvalidValue {
  readonly object: Manifest;
}

/** Something that manifests must keep to, over any manifests: ours, a tutorial's, a Helm chart's. */
export interface Rule {
  /** Name in reports, in kebab-case. */
  readonly id: string;
  /** What goes wrong where it is broken. */
  readonly why: string;
  /** Where it is written. */
  readonly source: string;
  /** Every violation among the objects of one cluster. */
  readonly check: (objects: readonly Manifest[], context: RuleContext) => readonly Violation[];
}
