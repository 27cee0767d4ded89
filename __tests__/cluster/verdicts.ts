import { ENVIRONMENT_LABEL } from '../../lib/kubernetes/labels';
import type { Manifest } from '../../lib/kubernetes/manifest';
import { SUBJECT_KINDS } from '../../lib/policies/cel/subject-kinds';
import { subjectsIn } from '../../lib/policies/cel/subjects-in';
import { exceptionsOf } from '../../lib/policies/exceptions-of';
import type { Rule } from '../../lib/policies/rule';
import { bundledContext } from '../support/rule-context';
import type { Answer } from './api-server';
import type { Trial } from './trial-policies';

const CLUSTER_SCOPED: ReadonlySet<string> = new Set(
  Object.values(SUBJECT_KINDS).flatMap(({ kind, clusterScoped }) => (clusterScoped ? [kind] : [])),
);

/** The object as one of a trial: in its namespace, or with its label where it lives in none. */
export function inTrial(object: Manifest, { namespace }: Trial): Manifest {
  const { namespace: _, ...metadata } = object.metadata;
  if (!CLUSTER_SCOPED.has(object.kind)) return { ...object, metadata: { ...metadata, namespace } };
  return { ...object, metadata: { ...metadata, labels: { ...metadata.labels, [ENVIRONMENT_LABEL]: namespace } } };
}

/** Rules of a trial that have something to say of an object. */
export function concerned(object: Manifest, { rules }: Trial): readonly Rule[] {
  return rules.filter(({ admission }) => admission && subjectsIn(object, admission.about).length > 0);
}

/** Names of the rules of a trial that an object breaks at the desk, and is not excused from. */
export function brokenAtDesk(object: Manifest, { rules, parameters }: Trial, kubernetesVersion: string): string[] {
  const { exceptions } = exceptionsOf(
    { manifest: object },
    rules.map(({ id }) => id),
  );
  return rules
    .filter(({ check }) => check([object], { ...bundledContext, kubernetesVersion, parameters }).length > 0)
    .map(({ id }) => id)
    .filter((id) => !exceptions.some(({ rule }) => rule === id))
    .sort();
}

/** What an API server warns of in the name of a policy. */
export function toldBy({ warnings }: Answer): string[] {
  return warnings.flatMap((warning) => {
    const said = /^Validation failed for ValidatingAdmissionPolicy '[^']+' with binding '[^']+': (.*)$/s.exec(warning);
    return said?.[1] ?? [];
  });
}

/** Names of the rules that an API server warns of; whatever else it says of a policy, as it says it. */
export function brokenAtServer(answer: Answer): string[] {
  return toldBy(answer)
    .map((said) => /^([a-z0-9-]+): /.exec(said)?.[1] ?? said)
    .sort();
}
