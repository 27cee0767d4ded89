import { identityOf } from '../kubernetes/identity';
import type { Manifest } from '../kubernetes/manifest';
import { documentFix } from './document-fix';
import { EXCEPTION_RULE } from './exception-rule';
import { exceptionsOf } from './exceptions-of';
import { type Candidate, type Finding, findingOf } from './finding';
import type { Rule, RuleContext, Violation } from './rule';

/** A finding that somebody has excused. */
export interface Excused extends Finding {
  /** Who allows it. */
  readonly owner: string;
  readonly reason: string;
}

/** What rules find in some objects. */
export interface Verdict {
  readonly findings: readonly Finding[];
  /** Taken out of the findings by exceptions. */
  readonly excused: readonly Excused[];
}

/** The rules that objects are held against, what is known of their cluster, and the names that exceptions may use. */
export interface Court extends RuleContext {
  readonly rules: readonly Rule[];
  /** Names of all rules that there are, whatever the level. */
  readonly known: readonly string[];
}

/** Holds all objects of one cluster against rules; findings come in the order of the objects. */
export function judge(candidates: readonly Candidate[], court: Court): Verdict {
  const found = new Map<Candidate, Finding[]>(candidates.map((candidate) => [candidate, []]));
  const candidateOf = finder(candidates);
  const manifests = candidates.map(({ manifest }) => manifest);
  const broken = court.rules.flatMap((rule) =>
    violationsOf(rule, manifests, court).map((violation) => ({ rule, violation })),
  );
  for (const { rule, violation } of broken) {
    const candidate = candidateOf(violation.object);
    if (!candidate) continue;
    const fix = documentFix({ rule, violation, candidate }, court);
    found.get(candidate)?.push({ ...findingOf(rule, violation, candidate), fix });
  }
  const verdicts = [...found].map(([candidate, findings]) => excuse(candidate, findings, court));
  return {
    findings: verdicts.flatMap(({ findings }) => findings),
    excused: verdicts.flatMap(({ excused }) => excused),
  };
}

/** Rules hand back the object that they were given; one that made another of it is known by its name. */
function finder(candidates: readonly Candidate[]): (object: Manifest) => Candidate | undefined {
  const same = new Map(candidates.map((candidate) => [candidate.manifest, candidate]));
  return (object) => same.get(object) ?? candidates.find(({ manifest }) => identityOf(manifest) === identityOf(object));
}

/**
 * A rule trusts that an object has the form of its kind. Where it stumbles, those that have not are left out: that they
 * have not is found by the schema.
 */
function violationsOf(rule: Rule, manifests: readonly Manifest[], court: Court): readonly Violation[] {
  try {
    return rule.check(manifests, court);
  } catch (error) {
    const schema = court.rules.find(({ id }) => id === 'strict-schema');
    const malformed = new Set(schema?.check(manifests, court).map(({ object }) => object));
    if (rule === schema || malformed.size === 0) throw error;
    return rule.check(
      manifests.filter((manifest) => !malformed.has(manifest)),
      court,
    );
  }
}

function excuse(candidate: Candidate, all: readonly Finding[], { rules, known }: Court): Verdict {
  const { exceptions, faults } = exceptionsOf(candidate, known);
  const findings = all.filter(({ rule }) => !exceptions.some((exception) => exception.rule === rule));
  const excused = exceptions.flatMap(({ rule, owner, reason }) =>
    all.filter((finding) => finding.rule === rule).map((finding) => ({ ...finding, owner, reason })),
  );
  // of a rule that is not asked at this level nobody knows
  const needless = exceptions
    .filter(({ rule }) => rules.some(({ id }) => id === rule) && !excused.some((finding) => finding.rule === rule))
    .map(({ rule, field }) => ({
      field,
      got: undefined,
      rule: `must excuse something, and the object keeps to ${rule}`,
      mend: 'take it out',
    }));
  const own = [...faults, ...needless].map((fault) => findingOf(EXCEPTION_RULE, fault, candidate));
  return { findings: [...findings, ...own], excused };
}
