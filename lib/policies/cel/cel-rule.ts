import type { Manifest } from '../../kubernetes/manifest';
import { podOf } from '../../kubernetes/pod-of';
import { type ParameterValues, parameterValues } from '../parameter';
import type { Rule, RuleContext, Violation } from '../rule';
import type { AdmissionRule } from './admission-rule';
import { asKept } from './as-kept';
import { celEnvironment } from './cel-environment';
import { celValue } from './cel-value';
import { subjectsIn } from './subjects-in';

/** A rule that one object decides, in the words of CEL: evaluated at the desk, and by an API server to the same verdict. */
export interface CelRuleWords extends Omit<Rule, 'check' | 'admission'>, AdmissionRule {}

/** The rule as the catalogue takes it. */
export function celRule({ about, expression: written, field, must, ...words }: CelRuleWords): Rule {
  const expression = written.trim().replace(/\n\s*/g, '\n  '); // as wide as it is written, whatever stands around it
  const ask = asking(expression);
  const check = (objects: readonly Manifest[], context: RuleContext): Violation[] => {
    const parameters = parameterValues(words.parameters ?? {}, context.parameters);
    return objects.flatMap((given) => {
      const object = asKept(given, context);
      return subjectsIn(object, about)
        .filter((subject) => !ask({ object, subject: subject.value, parameters }))
        .map(({ path, value }) => ({
          object: given,
          field: [path, field].filter((part) => part !== '').join('.'),
          got: at(value, field),
          rule: must,
          mend: words.mend,
        }));
    });
  };
  return { ...words, check, admission: { about, expression, field, must } };
}

type Parsed = ReturnType<ReturnType<typeof celEnvironment>['parse']>;

/** What an expression is asked of, and with what. */
interface Question {
  readonly object: Manifest;
  readonly subject: unknown;
  readonly parameters: ParameterValues;
}

let environment: ReturnType<typeof celEnvironment> | undefined;

/** Parses the expression when it is first asked. One that fails, on a field that is not there say, does not hold. */
function asking(expression: string): (question: Question) => boolean {
  let parsed: Parsed | undefined;
  const readsSpec = /\bobject\.spec\b/.test(expression);
  return ({ object, subject, parameters }) => {
    environment ??= celEnvironment();
    parsed ??= environment.parse(expression);
    const { variables, ...rest } = valuesOf(readsSpec ? withSpec(object) : object);
    const container = converted(subject);
    try {
      return parsed({ ...rest, variables: { ...variables, ...celParameters(parameters) }, container }) === true;
    } catch {
      return false;
    }
  };
}

/** An API server sees an object that has no spec with an empty one: its types have it by value. */
function withSpec(object: Manifest): Manifest {
  return object.spec === undefined ? { ...object, spec: {} } : object;
}

const known = new WeakMap<object, unknown>();

/** A part of an object as expressions see it, worked out once: every rule asks for it. */
function converted(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return celValue(part);
  const value = known.get(part) ?? celValue(part);
  known.set(part, value);
  return value;
}

/** What every expression may name. */
function valuesOf(object: Manifest) {
  const pod = podOf(object);
  return {
    object: converted(object),
    variables: { podSpec: converted(pod?.spec ?? null), podMetadata: converted(pod?.metadata ?? null) },
  };
}

function celParameters(parameters: ParameterValues): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, celValue(value)]));
}

/** The value of a field, by the names in its path; nothing where it is not there. */
function at(value: unknown, field: string): unknown {
  return field === ''
    ? undefined
    : field.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}
