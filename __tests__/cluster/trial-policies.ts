import { AdmissionPolicy } from '../../lib/constructs/admission/admission-policy';
import { ENVIRONMENT_LABEL } from '../../lib/kubernetes/labels';
import type { Manifest } from '../../lib/kubernetes/manifest';
import type { Validation } from '../../lib/policies/cel/admission-policy';
import { admissionSpecs } from '../../lib/policies/cel/admission-spec';
import type { ParameterValues } from '../../lib/policies/parameter';
import type { Rule } from '../../lib/policies/rule';
import { testChart } from '../support/chart';
import { kubectl } from './cluster';

/** A namespace in which some rules hold. */
export interface Trial {
  readonly namespace: string;
  readonly rules: readonly Rule[];
  readonly enforcement: 'deny' | 'warn';
  readonly parameters?: ParameterValues;
  /**
   * Whether a broken rule is told by its name alone: an API server gives at most 4096 characters of warnings with an answer.
   *
   * @default false
   */
  readonly terse?: boolean;
}

/** Makes the policies of trials, as a cluster's chart makes those of an environment, and their namespaces. */
export function applyTrials(trials: readonly Trial[]): void {
  const chart = testChart();
  for (const { namespace, rules, enforcement, parameters, terse } of trials) {
    for (const { subject, validations, ...spec } of admissionSpecs(rules, { environment: namespace, parameters })) {
      const name = `${namespace}.${subject}`;
      const labels = { [ENVIRONMENT_LABEL]: namespace, trial: 'admission' };
      new AdmissionPolicy(chart, name, {
        name,
        namespace,
        labels,
        rules: { ...spec, validations: terse ? validations.map(tersely) : validations },
        enforcement,
      });
    }
  }
  const policies = chart.toJson().map(({ metadata: { namespace, ...metadata }, ...rest }) => ({ ...rest, metadata }));
  apply([...trials.map(({ namespace }) => namespaceCalled(namespace)), ...policies]);
}

/** Takes them away again. */
export function removeTrials(trials: readonly Trial[]): void {
  kubectl(['delete', 'validatingadmissionpolicybindings,validatingadmissionpolicies', '-l', 'trial=admission']);
  const namespaces = trials.map(({ namespace }) => namespace).filter((namespace) => namespace !== 'default');
  kubectl(['delete', 'namespace', ...namespaces, '--ignore-not-found', '--wait=false']);
}

/** Applies some objects, and fails where one is not taken or warned of. */
export function apply(items: readonly object[]): void {
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  const { status, stderr } = kubectl(['apply', '--server-side', '-f', '-'], list);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

function tersely({ expression }: Validation): Validation {
  return { expression, message: `${/^'([^']+)'/.exec(expression)?.[1]}: -` };
}

function namespaceCalled(name: string): Manifest {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}
