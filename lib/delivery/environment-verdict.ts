import type { EnvironmentPolicies } from '../environments/environment-policies';
import { identityOf } from '../kubernetes/identity';
import { EXCEPTION_RULE } from '../policies/exception-rule';
import { fails } from '../policies/fails';
import type { Candidate, Finding } from '../policies/finding';
import type { Excused, Verdict } from '../policies/judge';
import { listedExceptions } from './listed-exceptions';

/** What the rules come to in one environment. */
export interface EnvironmentVerdict {
  /** Name of the environment. */
  readonly name: string;
  readonly policies: EnvironmentPolicies;
  /** Minor of its cluster: `1.30`. */
  readonly kubernetesVersion: string;
  /** What stops the synthesis, a sentence each. */
  readonly problems: readonly string[];
  /** What is less than the environment holds to. */
  readonly told: readonly Finding[];
  readonly excused: readonly Excused[];
  /** Annotations that the values of the environment write on objects, by the construct path of the object. */
  readonly annotations: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** An environment, and what was found in it. */
export interface JudgedEnvironment {
  readonly name: string;
  readonly policies: EnvironmentPolicies;
  readonly kubernetesVersion: string;
  readonly verdict: Verdict;
  /** Its objects. */
  readonly own: readonly Candidate[];
  /** All objects of its cluster. */
  readonly all: readonly Candidate[];
}

/** Tells what stops the synthesis from what does not, once the values of the environment have excused what they excuse. */
export function environmentVerdict(judged: JudgedEnvironment): EnvironmentVerdict {
  const { name, policies, kubernetesVersion, verdict, own, all } = judged;
  const kinds = new Set(own.map(({ manifest }) => manifest.kind));
  const listed = listedExceptions({ name, policies, findings: verdict.findings, kinds });
  // an exception that is none, or is needed no more, is a mistake wherever it stands
  const stops = (finding: Finding) => finding.rule === EXCEPTION_RULE.id || fails(finding, policies.failOn);
  return {
    name,
    policies,
    kubernetesVersion,
    problems: [...listed.findings.filter(stops).map((finding) => sentence(finding, all)), ...listed.problems],
    told: listed.findings.filter((finding) => !stops(finding)),
    excused: [...verdict.excused, ...listed.excused],
    annotations: listed.annotations,
  };
}

/** Two constructs may have made the same object: then both are named. */
function sentence(
  { message, mend, construct, object: { apiVersion, kind, ...metadata } }: Finding,
  all: readonly Candidate[],
) {
  const identity = identityOf({ apiVersion, kind, metadata });
  const same = all.filter(({ manifest }) => identityOf(manifest) === identity).map((one) => one.construct);
  const paths = same.length > 0 ? same : [construct];
  return `${paths.map((path) => `[${path}]`).join(' and ')} ${message}; ${mend}`;
}
