import { AdmissionPolicy, type AdmissionPolicyProps } from '../../../lib/constructs/admission/admission-policy';
import type { AdmissionPolicyRules } from '../../../lib/constructs/admission/admission-policy-rules';
import { objectOf, testChart } from '../../support/chart';

const rules: AdmissionPolicyRules = {
  description: 'Names begin with a letter.',
  requests: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['configmaps'] }],
  conditions: [{ name: 'is-new', expression: 'oldObject == null' }],
  variables: [{ name: 'name', expression: 'object.metadata.name' }],
  validations: [
    { expression: "variables.name.matches('^[a-z]')", message: 'must begin with a letter' },
    { expression: 'size(variables.name) < 9', messageExpression: "variables.name + ' is too long'" },
  ],
};

function made(props: Partial<AdmissionPolicyProps> = {}) {
  const chart = testChart();
  new AdmissionPolicy(chart, 'Names', { name: 'shop.names', namespace: 'shop', rules, enforcement: 'deny', ...props });
  return {
    policy: objectOf(chart, 'ValidatingAdmissionPolicy'),
    binding: objectOf(chart, 'ValidatingAdmissionPolicyBinding'),
  };
}

test('all defaults: a policy that says the rules, and a binding that makes them hold in the namespace', () => {
  const { policy, binding } = made();
  expect(policy.metadata).toMatchObject({
    name: 'shop.names',
    labels: { environment: 'rehearsal' },
    annotations: { 'kubernetes.io/description': 'Names begin with a letter.' },
  });
  expect(policy.spec).toEqual({
    failurePolicy: 'Fail',
    matchConstraints: {
      matchPolicy: 'Equivalent',
      resourceRules: rules.requests.map((request) => ({ ...request, scope: '*' })),
    },
    matchConditions: rules.conditions,
    variables: rules.variables,
    validations: rules.validations,
  });
  expect(binding.metadata).toMatchObject({ name: 'shop.names', labels: { environment: 'rehearsal' } });
  expect(binding.spec).toEqual({
    policyName: 'shop.names',
    matchResources: { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } },
    validationActions: ['Deny'],
  });
});

test('enforcement: a warning is told to whoever sent the request, and to the audit log', () => {
  expect(made({ enforcement: 'warn' }).binding.spec.validationActions).toEqual(['Warn', 'Audit']);
});

test('name, namespace and labels', () => {
  const { policy, binding } = made({ name: 'a.b', namespace: 'warehouse', labels: { environment: 'night-shift' } });
  expect([policy.metadata.name, binding.metadata.name, binding.spec.policyName]).toEqual(['a.b', 'a.b', 'a.b']);
  expect([policy, binding].map(({ metadata }) => metadata.labels.environment)).toEqual(['night-shift', 'night-shift']);
  expect(binding.spec.matchResources.namespaceSelector.matchLabels).toEqual({
    'kubernetes.io/metadata.name': 'warehouse',
  });
});
