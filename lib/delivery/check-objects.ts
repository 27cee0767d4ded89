import type { Cluster, EnvironmentValues } from '../environments/environment';
import type { EnvironmentPolicies } from '../environments/environment-policies';
import { invalidValue } from '../kubernetes/invalid-value';
import { ENVIRONMENT_LABEL } from '../kubernetes/labels';
import type { Schemas } from '../kubernetes/schema/schemas';
import { CATALOGUE } from '../policies/catalogue';
import type { Candidate } from '../policies/finding';
import { judge } from '../policies/judge';
import type { Rule, RuleContext, Violation } from '../policies/rule';
import { rulesAt } from '../policies/rules-at';
import type { CollectedObject } from './collect-objects';
import { type EnvironmentVerdict, environmentVerdict } from './environment-verdict';
import { policiesMistakes } from './policies-mistakes';
import { transitionProblems } from './transition/transition-problems';

/** What the rules come to for the objects of a program. */
export interface CheckedObjects {
  /** What stops the synthesis: a sentence for each, with the construct that it is about. */
  readonly problems: readonly string[];
  /** What else there is to tell, by environment. */
  readonly verdicts: readonly EnvironmentVerdict[];
  /** The objects, with what the values of an environment excuse written on them: the API server asks the same rules. */
  readonly objects: readonly CollectedObject[];
}

/** What objects are held to that are of no environment. */
const EVERYBODY: EnvironmentPolicies = { level: 'baseline', failOn: 'error', enforcement: 'deny' };

/** Holds the objects of each environment against the rules of its level, together with all that its cluster has. */
export function checkObjects(
  objects: readonly CollectedObject[],
  environments: readonly EnvironmentValues[],
  schemas: Schemas,
): CheckedObjects {
  const clusters = new Map(objects.map(({ from }) => [from.cluster.name, from.cluster]));
  const verdicts = [...clusters.values()].flatMap((cluster) => {
    const of = objects.filter(({ from }) => from.cluster.name === cluster.name);
    return judgeCluster(of, environments, { ...cluster, schemas });
  });
  const annotations = new Map(verdicts.flatMap((verdict) => [...verdict.annotations]));
  const problems = [
    ...environments.flatMap(policiesMistakes),
    ...verdicts.flatMap((verdict) => verdict.problems),
    ...objects.flatMap(environmentProblem),
  ];
  return {
    // of routes that are wrong in themselves nobody can say whom they send to
    problems: problems.length > 0 ? problems : transitionProblems(objects),
    verdicts,
    objects: objects.map((object) => withAnnotations(object, annotations.get(object.path))),
  };
}

function judgeCluster(
  objects: readonly CollectedObject[],
  environments: readonly EnvironmentValues[],
  context: RuleContext & Pick<Cluster, 'name'>,
): EnvironmentVerdict[] {
  const rules = CATALOGUE.map((rule) => acrossCluster(rule, objects));
  const known = CATALOGUE.map(({ id }) => id);
  const all = objects.map(asCandidate);
  const names = [...new Set(objects.map(environmentOf))];
  return names.map((name) => {
    const policies = environments.find((env) => env.name === name)?.policies ?? EVERYBODY;
    const { level, parameters } = policies;
    const own = objects.filter((object) => environmentOf(object) === name).map(asCandidate);
    const verdict = judge(own, { ...context, parameters, known, rules: rulesAt(level, rules) });
    return environmentVerdict({ name, policies, kubernetesVersion: context.kubernetesVersion, verdict, own, all });
  });
}

function asCandidate({ path, manifest }: CollectedObject): Candidate {
  return { manifest, construct: path };
}

/** A rule that several objects decide is asked of all that the cluster has, once for all environments if it may be. */
function acrossCluster(rule: Rule, objects: readonly CollectedObject[]): Rule {
  if (rule.admission) return rule;
  const all = objects.map(({ manifest }) => manifest);
  const ofCluster = new Set(all);
  let known: readonly Violation[] | undefined;
  const check: Rule['check'] = (own, context) => {
    const found = rule.parameters ? rule.check(all, context) : (known ?? rule.check(all, context));
    known = found;
    // one that made another object of it is known by its name
    return found.filter(({ object }) => own.includes(object) || !ofCluster.has(object));
  };
  return { ...rule, check };
}

/** The environment that an object is of: its chart's, or for what governs the cluster, the one that it is labelled with. */
function environmentOf({ from, manifest }: CollectedObject): string {
  return from.environment ?? manifest.metadata.labels?.[ENVIRONMENT_LABEL] ?? '';
}

function withAnnotations(object: CollectedObject, annotations: Readonly<Record<string, string>> = {}): CollectedObject {
  if (Object.keys(annotations).length === 0) return object;
  const { metadata } = object.manifest;
  const written = { ...metadata, annotations: { ...metadata.annotations, ...annotations } };
  return { ...object, manifest: { ...object.manifest, metadata: written } };
}

/** Without the label, `kubectl apply -f dist/ -l environment=dev` would leave the object out. */
function environmentProblem({ path, manifest, from }: CollectedObject): string[] {
  const got = manifest.metadata.labels?.[ENVIRONMENT_LABEL];
  const wrong = from.environment === undefined ? !got : got !== from.environment;
  const rule =
    from.environment === undefined ? 'must name the environment that it is for' : `must be "${from.environment}"`;
  if (!wrong) return [];
  return [
    `[${path}] ${invalidValue({ field: `metadata.labels.${ENVIRONMENT_LABEL}`, got, rule, mend: 'make the chart with labels: partOf(..., env.name)' })}`,
  ];
}
