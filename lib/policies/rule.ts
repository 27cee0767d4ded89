import type { InvalidValue } from '../kubernetes/invalid-value';
import type { Manifest } from '../kubernetes/manifest';
import type { Schemas } from '../kubernetes/schema/schemas';
import type { FieldChange } from '../kubernetes/yaml/field-change';
import type { AdmissionRule } from './cel/admission-rule';
import type { Misconception } from './misconception';
import type { Parameter, ParameterValues } from './parameter';

/** The cluster that manifests are meant for. */
export interface RuleContext {
  /** Minor of its API server: `1.30`. */
  readonly kubernetesVersion: string;
  /** API groups whose CustomResourceDefinitions it has. */
  readonly customResourceGroups: readonly string[];
  readonly schemas: Schemas;
  /**
   * What parameters of rules are here, by the name of the parameter.
   *
   * @default - of each its standard
   */
  readonly parameters?: ParameterValues;
}

/** A broken rule: the object that breaks it, the field, what was found, and how to mend it. */
export interface Violation extends InvalidValue {
  readonly object: Manifest;
}

/**
 * How much a broken rule matters: an `error` does not work, or is open to anybody; a `warning` fails one day; `info` is
 * worth knowing.
 */
export type Severity = 'error' | 'warning' | 'info';

/**
 * Who holds to a rule: everybody (`baseline`), who has users (`production`), who has enemies (`strict`). Each level has
 * all rules of those before it.
 */
export type Level = 'baseline' | 'production' | 'strict';

/**
 * What mends a violation whoever wrote the object, and whatever its program does; nothing where somebody has to think. Fields
 * are those of the object.
 */
export type Fix = (violation: Violation, context: RuleContext) => readonly FieldChange[];

/** Something that manifests must keep to, over any manifests: ours, a tutorial's, a Helm chart's. */
export interface Rule {
  /** Name in reports, in kebab-case: kube-linter's where it has the rule. */
  readonly id: string;
  readonly severity: Severity;
  readonly level: Level;
  /** What goes wrong where it is broken. */
  readonly why: string;
  /** What to do about it. */
  readonly mend: string;
  /** Where it is written. */
  readonly source: string;
  /**
   * YAML that breaks this rule, and the same, mended: fields of a container or of a Pod's specification where the rule is
   * about one and they say enough, otherwise whole objects. Docs and tests are made of them.
   */
  readonly examples: { readonly bad: string; readonly good: string; readonly parameters?: ParameterValues };
  /** What is wrongly said of what the rule is about; docs set it right. */
  readonly misconceptions?: readonly Misconception[];
  /** What a cluster may set otherwise, by name. No two rules have one of the same name. */
  readonly parameters?: Readonly<Record<string, Parameter>>;
  /** Every violation among the objects of one cluster. */
  readonly check: (objects: readonly Manifest[], context: RuleContext) => readonly Violation[];
  /** What mends a violation without anybody having to think: `npm run check -- --fix` writes it. */
  readonly fix?: Fix;
  /** What an API server evaluates to the same verdict, where one object decides; left out where it takes several. */
  readonly admission?: AdmissionRule;
}
