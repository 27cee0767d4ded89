import type { Environment } from '@marcbachmann/cel-js';
import { celEnvironment } from './cel-environment';
import { celValue } from './cel-value';

/** An expression that must hold, and what to say where it does not. */
export interface Validation {
  readonly expression: string;
  readonly message?: string;
  readonly messageExpression?: string;
}

/** What an API server evaluates of a ValidatingAdmissionPolicy: values by name, in order, and what must hold. */
export interface AdmissionPolicy {
  readonly variables: readonly { readonly name: string; readonly expression: string }[];
  readonly validations: readonly Validation[];
}

/** What a request is about. */
export interface AdmissionRequest {
  readonly object: unknown;
  readonly params?: unknown;
  readonly namespaceObject?: unknown;
}

let environment: Environment | undefined;

/**
 * Evaluates a policy as an API server does, and gives the validations that do not hold. An expression that fails, on a
 * field that is not there say, does not hold: policies that are written here have failurePolicy Fail.
 *
 * @source kubernetes@1.36 staging/src/k8s.io/apiserver/pkg/admission/plugin/policy/validating/validator.go
 */
export function compilePolicy({
  variables,
  validations,
}: AdmissionPolicy): (request: AdmissionRequest) => Validation[] {
  environment ??= celEnvironment();
  const parse = environment.parse.bind(environment);
  const values = variables.map(({ name, expression }) => ({ name, evaluate: parse(expression) }));
  const checks = validations.map((validation) => ({ validation, evaluate: parse(validation.expression) }));
  return ({ object, params = null, namespaceObject = null }) => {
    const context = {
      object: celValue(object),
      params: celValue(params),
      namespaceObject: celValue(namespaceObject),
      variables: {},
    };
    for (const { name, evaluate } of values) {
      Object.defineProperty(
        context.variables,
        name,
        lazily(() => evaluate(context)),
      );
    }
    return checks.filter(({ evaluate }) => !holds(() => evaluate(context))).map(({ validation }) => validation);
  };
}

/** A variable is worked out when an expression first asks for it, once: one that fails fails only who asks. */
function lazily(work: () => unknown): PropertyDescriptor {
  let known: { readonly value: unknown } | undefined;
  return {
    enumerable: true,
    get: () => {
      known ??= { value: work() };
      return known.value;
    },
  };
}

function holds(work: () => unknown): boolean {
  try {
    return work() === true;
  } catch {
    return false;
  }
}
