import { EXCEPTION_ANNOTATION } from '../exception-annotation';
import { type ParameterValues, parameterValues } from '../parameter';
import type { Rule } from '../rule';
import type { AdmissionPolicy } from './admission-policy';
import type { Subject, SubjectKind } from './admission-rule';
import { celLiteral } from './cel-literal';
import { type MatchCondition, matchConditions } from './match-conditions';
import { POD_KINDS } from './pod-kinds';
import { type RequestRule, requestRules } from './request-rules';
import { ruleExpressions } from './rule-expressions';
import { subjectVariables } from './subject-variables';

/** What a ValidatingAdmissionPolicy says of some rules about the same kinds. */
export interface AdmissionSpec extends AdmissionPolicy {
  /** What it is about: `pods`, `deployments-statefulsets`. */
  readonly subject: string;
  /** For whoever finds it in the cluster. */
  readonly description: string;
  readonly requests: readonly RequestRule[];
  readonly conditions: readonly MatchCondition[];
}

/** Whom the rules are for. */
export interface AdmissionScope {
  /** Value of the label `environment`: objects that live in no namespace are held to the rules where they carry it. */
  readonly environment: string;
  /** What parameters of rules are there; of the others their standard. */
  readonly parameters?: ParameterValues;
}

const DESCRIPTION =
  'Each message begins with the name of its rule: npm run check -- --explain RULE says why it is there. ' +
  `Who must break one says so on the object: the annotation ${EXCEPTION_ANNOTATION.prefix}RULE: "<owner>: <reason>".`;

/** So long a subject is still read as a name. */
const LONGEST_SUBJECT = 60;

/**
 * What an API server needs in order to hold objects to rules: one policy for all rules about Pods and their containers, in
 * whatever holds them, and one for each set of other kinds. An API server checks the types of an expression against each
 * kind that its policy is about, so rules about other kinds are in other policies.
 *
 * @param rules those that several objects decide are left out: no API server looks at two
 */
export function admissionSpecs(rules: readonly Rule[], scope: AdmissionScope): AdmissionSpec[] {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    if (!rule.admission) continue;
    const subject = subjectName(rule.admission.about);
    groups.set(subject, [...(groups.get(subject) ?? []), rule]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([subject, group]) => specOf(subject, group, scope));
}

function specOf(subject: string, rules: readonly Rule[], { environment, parameters }: AdmissionScope): AdmissionSpec {
  const [about = 'pod'] = rules.flatMap(({ admission }) => (admission ? [admission.about] : []));
  const kinds = kindsOf(about);
  const expressions = rules.map(ruleExpressions);
  const set = rules.flatMap((rule) => Object.entries(parameterValues(rule.parameters ?? {}, parameters)));
  return {
    subject,
    description: DESCRIPTION,
    requests: requestRules(kinds),
    conditions: matchConditions(
      rules.flatMap(({ admission }) => admission?.expression ?? []),
      kinds,
      environment,
    ),
    variables: [
      ...subjectVariables(about),
      ...set.map(([name, value]) => ({ name, expression: celLiteral(value) })),
      ...expressions.flatMap(({ variables }) => variables),
    ],
    validations: expressions.map(({ validation }) => validation),
  };
}

/** Kinds that a subject is found in. */
function kindsOf(about: Subject): readonly SubjectKind[] {
  return typeof about === 'string' ? POD_KINDS : about;
}

/** A Pod by itself is another subject than whatever holds one. */
function subjectName(about: Subject): string {
  if (typeof about === 'string') return 'pods';
  const [first, ...others] = about.map(({ resource }) => resource);
  if (others.length === 0 && first === 'pods') return 'bare-pods';
  const whole = [first, ...others].join('-');
  return whole.length <= LONGEST_SUBJECT ? whole : `${first}-and-${others.length}-more`;
}
