import type { Manifest } from '../../../lib/kubernetes/manifest';
import { CATALOGUE } from '../../../lib/policies/catalogue';
import { compilePolicy } from '../../../lib/policies/cel/admission-policy';
import { type AdmissionSpec, admissionSpecs } from '../../../lib/policies/cel/admission-spec';
import { celLiteral } from '../../../lib/policies/cel/cel-literal';
import { celRule } from '../../../lib/policies/cel/cel-rule';
import { POD_KINDS } from '../../../lib/policies/cel/pod-kinds';
import type { Rule } from '../../../lib/policies/rule';
import { examplesOf } from '../examples-of';

const SHIPPED = CATALOGUE.filter(({ admission }) => admission);

/** Evaluates what an API server would, and gives the names of the rules that it finds broken. */
function asked(spec: AdmissionSpec, object: Manifest): string[] {
  const [, plural] = /^(.*?)y?$/.exec(object.kind.toLowerCase()) ?? []; // "networkpolicies" begin as a NetworkPolicy does
  const matched = spec.requests.some(
    ({ apiGroups, apiVersions, resources }) =>
      apiGroups.map((group) => (group ? `${group}/` : '') + apiVersions[0]).includes(object.apiVersion) &&
      resources.some((resource) => resource.startsWith(plural ?? '')),
  );
  if (!matched) return [];
  return compilePolicy(spec)({ object }).map(({ expression }) => /^'([^']+)'/.exec(expression)?.[1] ?? expression);
}

const words = { severity: 'error', level: 'baseline', why: '', source: '', examples: { bad: '', good: '' } } as const;
const ruleOf = (about: Parameters<typeof celRule>[0]['about'], expression: string, more: object = {}): Rule =>
  celRule({ ...words, id: 'some-rule', mend: "don't", about, expression, field: 'a.b', must: 'must hold', ...more });

const specOf = (...rules: readonly Rule[]) => admissionSpecs(rules, { environment: 'prod' });
const kind = (name: string, more: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: name,
  resource: `${name.toLowerCase()}s`,
  ...more,
});

test.each(SHIPPED.map((rule) => [rule.id, rule] as const))(
  '%s: an API server finds its bad example broken, and its good one not',
  (id, rule) => {
    const [spec] = admissionSpecs([rule], { environment: 'prod', parameters: rule.examples.parameters });
    const broken = (yaml: string) => examplesOf(rule, yaml).flatMap((object) => asked(spec as AdmissionSpec, object));
    expect(broken(rule.examples.good)).toEqual([]);
    expect(new Set(broken(rule.examples.bad))).toEqual(new Set([id]));
  },
);

test.each`
  annotation                                                      | broken
  ${{ 'policy.exception/some-rule': 'storage team: it must' }}    | ${[]}
  ${{ 'policy.exception/some-rule': ' a : b' }}                   | ${[]}
  ${{ 'policy.exception/some-rule': 'true' }}                     | ${['some-rule']}
  ${{ 'policy.exception/some-rule': ': it must' }}                | ${['some-rule']}
  ${{ 'policy.exception/some-rule': 'storage team: ' }}           | ${['some-rule']}
  ${{ 'policy.exception/another-rule': 'storage team: it must' }} | ${['some-rule']}
`('an exception excuses in the cluster as it does at the desk: $annotation', ({ annotation, broken }) => {
  const [spec] = specOf(ruleOf('pod', 'false'));
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { annotations: annotation }, spec: { containers: [] } };
  expect(asked(spec as AdmissionSpec, pod)).toEqual(broken);
});

test('rules about Pods and their containers are one policy, and those about other kinds one for each set of kinds', () => {
  const specs = specOf(
    ruleOf('container', 'true'),
    ruleOf('mainContainer', 'true'),
    ruleOf([kind('Deployment'), kind('StatefulSet')], 'true'),
    ruleOf([kind('Deployment')], 'true'),
    ruleOf('pod', 'true'),
    ruleOf([kind('Deployment')], 'true'),
  );
  expect(specs.map(({ subject, validations }) => [subject, validations.length])).toEqual([
    ['deployments', 2],
    ['deployments-statefulsets', 1],
    ['pods', 3],
  ]);
});

test('rules about Pods by themselves are a policy of their own', () => {
  const pods = [{ apiVersion: 'v1', kind: 'Pod', resource: 'pods' }];
  const specs = specOf(ruleOf(pods, 'true'), ruleOf('container', 'true'));
  expect(
    specs.map(({ subject, requests }) => [subject, requests.flatMap(({ resources }) => resources).length]),
  ).toEqual([
    ['bare-pods', 1],
    ['pods', POD_KINDS.length],
  ]);
});

test('a rule that several objects decide is in none', () => {
  expect(specOf({ ...ruleOf('pod', 'true'), admission: undefined })).toEqual([]);
});

test('requests about Pods are those that make or change whatever holds one, and no part of it', () => {
  const [spec] = specOf(ruleOf('pod', 'true'));
  expect(spec?.requests.flatMap(({ resources }) => resources).sort()).toEqual(
    POD_KINDS.map(({ resource }) => resource).sort(),
  );
  expect(new Set(spec?.requests.flatMap(({ operations }) => operations))).toEqual(new Set(['CREATE', 'UPDATE']));
});

test('a message begins with the rule, and says container, field, what must be and how to mend it', () => {
  const [spec] = specOf(ruleOf('container', 'container.name == "web"'));
  const deployment = {
    kind: 'Deployment',
    spec: { template: { spec: { containers: [{ name: 'web' }, { name: 'a' }] } } },
  };
  const message = "some-rule: spec.template.spec, container a: a.b: must hold; don't";
  expect(says(spec as AdmissionSpec, deployment, message)).toBe(true);
});

test('a message about a Pod has the whole path of the field', () => {
  const [spec] = specOf(ruleOf('pod', 'false'));
  const message = "some-rule: spec.jobTemplate.spec.template.spec.a.b: must hold; don't";
  expect(says(spec as AdmissionSpec, { kind: 'CronJob', spec: {} }, message)).toBe(true);
});

test('a message about another kind is as it is', () => {
  const [spec] = specOf(ruleOf([kind('Deployment')], 'false'));
  expect(spec?.validations[0]?.message).toBe("some-rule: a.b: must hold; don't");
});

test('parameters are variables: their standard, or what the environment sets', () => {
  const parameters = { most: { meaning: 'Most containers.', standard: 1 } };
  const rule = ruleOf('pod', 'size(variables.podSpec.containers) <= variables.most', { parameters });
  const of = (set: object) =>
    admissionSpecs([rule], { environment: 'prod', parameters: { ...set } })[0]?.variables.find(
      ({ name }) => name === 'most',
    );
  expect([of({}), of({ most: 3 })]).toEqual([
    { name: 'most', expression: '1' },
    { name: 'most', expression: '3' },
  ]);
});

test('only what may live in no namespace is asked for its environment', () => {
  const asks = (rule: Rule) => specOf(rule)[0]?.conditions.filter(({ name }) => name === 'is-of-this-environment');
  expect(asks(ruleOf([kind('Role'), kind('ClusterRole', { clusterScoped: true })], 'true'))).toHaveLength(1);
  expect(asks(ruleOf([kind('Role')], 'true'))).toEqual([]);
});

/** Whether an API server says this of an object. The engine gives truths alone, so the message is compared where it is made. */
function says({ variables, validations: [validation] }: AdmissionSpec, object: object, message: string): boolean {
  const expression = `${validation?.messageExpression} == ${celLiteral(message)}`;
  return compilePolicy({ variables, validations: [{ expression }] })({ object }).length === 0;
}
