import { identityOf } from '../kubernetes/identity';
import { invalidValue } from '../kubernetes/invalid-value';
import { ENVIRONMENT_LABEL } from '../kubernetes/labels';
import type { Manifest } from '../kubernetes/manifest';
import type { Schemas } from '../kubernetes/schema/schemas';
import { CATALOGUE } from '../policies/catalogue';
import { exceptionsOf } from '../policies/exceptions-of';
import type { CollectedObject } from './collect-objects';
import { transitionProblems } from './transition/transition-problems';

/** Rules that nobody may break without saying who allows it and why; what else an environment holds to is for reports. */
const HELD = CATALOGUE.filter(({ severity, level }) => severity === 'error' && level === 'baseline');

/** Holds all objects against these rules, cluster by cluster; a sentence for each violation, with the construct that has it. */
export function checkObjects(objects: readonly CollectedObject[], schemas: Schemas): string[] {
  const clusters = new Map(objects.map(({ from }) => [from.cluster.name, from.cluster]));
  const broken = [...clusters.values()].flatMap((cluster) => {
    const of = objects.filter(({ from }) => from.cluster.name === cluster.name);
    const manifests = of.map(({ manifest }) => manifest);
    const found = HELD.flatMap((rule) =>
      rule.check(manifests, { ...cluster, schemas }).filter(({ object }) => !isExcused(object, rule.id)),
    );
    return found.map(({ object, ...violation }) => {
      const paths = of
        .filter(({ manifest }) => identityOf(manifest) === identityOf(object))
        .map(({ path }) => `[${path}]`);
      return `${paths.join(' and ')} ${invalidValue(violation)}`;
    });
  });
  const problems = [...broken, ...objects.flatMap(environmentProblem)];
  // of routes that are wrong in themselves nobody can say whom they send to
  return problems.length > 0 ? problems : transitionProblems(objects);
}

/** Whether an annotation of the object allows it: `policy.exception/<rule>: "<owner>: <reason>"`. */
function isExcused(manifest: Manifest, id: string): boolean {
  return exceptionsOf({ manifest }, [id]).exceptions.some(({ rule }) => rule === id);
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
