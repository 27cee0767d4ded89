import type { EnvironmentPolicies, PolicyException } from '../environments/environment-policies';
import { invalidValue } from '../kubernetes/invalid-value';
import { EXCEPTION_ANNOTATION } from '../policies/exception-annotation';
import type { Finding } from '../policies/finding';
import type { Excused } from '../policies/judge';

/** What is left of the findings, and what the lines in the values of an environment made of the others. */
export interface ListedExceptions {
  readonly findings: readonly Finding[];
  readonly excused: readonly Excused[];
  /** Annotations by construct path. */
  readonly annotations: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Lines that excuse nothing. */
  readonly problems: readonly string[];
}

/** An object that a line names, and the field that names it. */
interface Line extends PolicyException {
  readonly field: string;
  readonly object: string;
}

/** An environment, what was found in it, and the kinds of the objects that it has. */
export interface ListingEnvironment {
  readonly name: string;
  readonly policies: EnvironmentPolicies;
  readonly findings: readonly Finding[];
  readonly kinds: ReadonlySet<string>;
}

/** Takes out of the findings what the values of an environment excuse. */
export function listedExceptions({ name, policies, findings: all, kinds }: ListingEnvironment): ListedExceptions {
  const { exceptions = [] } = policies;
  const lines = exceptions.flatMap((exception, index) =>
    exception.objects.map((object, place): Line => {
      return { ...exception, object, field: `policies.exceptions[${index}].objects[${place}]` };
    }),
  );
  const lineOf = new Map(all.map((finding) => [finding, lines.find((line) => isMeant(line, finding))]));
  const used = new Set(lineOf.values());
  const excused: Excused[] = [];
  const annotations = new Map<string, Record<string, string>>();
  for (const [finding, line] of lineOf) {
    if (!line) continue;
    const { rule, owner, reason } = line;
    excused.push({ ...finding, owner, reason });
    const path = finding.construct ?? '';
    annotations.set(path, { ...annotations.get(path), [EXCEPTION_ANNOTATION.prefix + rule]: `${owner}: ${reason}` });
  }
  return {
    findings: all.filter((finding) => !lineOf.get(finding)),
    excused,
    annotations,
    problems: lines
      .filter((line) => !used.has(line) && !waits(line, kinds))
      .map((line) => `environment ${name}: ${needless(line)}`),
  };
}

function isMeant({ rule, object }: Line, finding: Finding): boolean {
  const { kind, name } = finding.object;
  return finding.rule === rule && (object === `${kind}/${name}` || object === `${kind}/*`);
}

/** Of a kind that comes and goes there may be nothing now. */
function waits({ object }: Line, kinds: ReadonlySet<string>): boolean {
  return object.endsWith('/*') && !kinds.has(object.slice(0, -2));
}

function needless({ field, object, rule }: Line): string {
  const broken = `must break ${rule}, and no object of that name does`;
  return invalidValue({ field, got: object, rule: broken, mend: 'take it out, or mend its name' });
}
