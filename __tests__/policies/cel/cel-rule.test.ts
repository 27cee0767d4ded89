import type { Manifest } from '../../../lib/kubernetes/manifest';
import { type CelRuleWords, celRule } from '../../../lib/policies/cel/cel-rule';
import { bundledContext } from '../../support/rule-context';

const pod: Manifest = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', labels: { app: 'web' } },
  spec: {
    hostPID: true,
    securityContext: null,
    containers: [{ name: 'web', resources: { limits: { cpu: 1 } } }, { name: 'log' }],
  },
};

const RULE = {
  id: 'some-rule',
  severity: 'info',
  level: 'strict',
  why: 'it is a test',
  mend: 'mend it',
  source: 'https://example.com',
  must: 'must hold',
  examples: { bad: '', good: '' },
} as const;

function broken(
  words: Pick<CelRuleWords, 'about' | 'expression' | 'field'> & Partial<CelRuleWords>,
  set = {},
  object = pod,
) {
  const rule = celRule({ ...RULE, ...words });
  return rule.check([object], { ...bundledContext, parameters: set }).map(({ field, got }) => ({ field, got }));
}

const pods = [{ apiVersion: 'v1', kind: 'Pod', resource: 'pods' }];

test.each`
  about          | expression                                     | field                     | violations
  ${'container'} | ${'has(container.resources)'}                  | ${'resources.limits.cpu'} | ${[{ field: 'spec.containers[1].resources.limits.cpu', got: undefined }]}
  ${'container'} | ${'container.name == "log"'}                   | ${'resources.limits.cpu'} | ${[{ field: 'spec.containers[0].resources.limits.cpu', got: 1 }]}
  ${'pod'}       | ${'!variables.podSpec.hostPID'}                | ${'hostPID'}              | ${[{ field: 'spec.hostPID', got: true }]}
  ${pods}        | ${'object.metadata.name == "api"'}             | ${'metadata.name'}        | ${[{ field: 'metadata.name', got: 'web' }]}
  ${pods}        | ${'false'}                                     | ${''}                     | ${[{ field: '', got: undefined }]}
  ${'pod'}       | ${'variables.podMetadata.labels.app == "web"'} | ${''}                     | ${[]}
  ${'pod'}       | ${'!has(variables.podSpec.securityContext)'}   | ${''}                     | ${[]}
`('$expression of $about: $violations', ({ about, expression, field, violations }) => {
  expect(broken({ about, expression, field })).toEqual(violations);
});

test.each(['variables.podSpec.nodeName == "a"', 'variables.podSpec.hostPID + 1 == 2', '"a text"'])(
  'an expression that fails or is no truth does not hold: %s',
  (expression) => {
    expect(broken({ about: 'pod', expression, field: 'x' })).toHaveLength(1);
  },
);

test('an expression that is none is told when it is first asked', () => {
  expect(() => broken({ about: 'pod', expression: 'a b', field: '' })).toThrow();
});

test('an API server gets the expression as it is written, by lines, wherever it stands in the code', () => {
  const words = { about: 'pod', field: 'hostPID', must: 'must hold' } as const;
  const { admission } = celRule({ ...words, expression: '\n      true\n      || false' } as CelRuleWords);
  expect(admission).toEqual({ ...words, expression: 'true\n  || false' });
});

test('parameters are variables: their standard, or what the cluster sets', () => {
  const parameters = { most: { meaning: 'Most containers.', standard: 1 } };
  const words = {
    about: 'pod',
    expression: 'size(variables.podSpec.containers) <= variables.most',
    field: 'containers',
    parameters,
  } as const;
  expect(broken(words)).toHaveLength(1);
  expect(broken(words, { most: 2 })).toEqual([]);
});

test('an object without a spec is seen with an empty one, as an API server sees it', () => {
  const { spec: _, ...bare } = pod;
  const expression = 'object.spec.?hostPID.orValue(false) == false';
  expect(broken({ about: pods, expression, field: '' }, {}, bare)).toEqual([]);
});

describe('a field that the API server drops', () => {
  const words = {
    about: 'pod',
    expression: '!variables.podSpec.?hostUsers.orValue(true)',
    field: 'hostUsers',
  } as const;
  const rule = celRule({ ...RULE, ...words });
  const own: Manifest = { ...pod, spec: { containers: [], hostUsers: false } };

  test.each`
    minor     | enabledFeatureGates          | violations
    ${'1.30'} | ${[]}                        | ${1}
    ${'1.30'} | ${['UserNamespacesSupport']} | ${0}
    ${'1.36'} | ${[]}                        | ${0}
  `('is not there for a rule: $minor with $enabledFeatureGates', ({ minor, enabledFeatureGates, violations }) => {
    const context = { ...bundledContext, kubernetesVersion: minor, parameters: { enabledFeatureGates } };
    const found = rule.check([own], context);
    expect(found).toHaveLength(violations);
    expect(found.every(({ object }) => object === own)).toBe(true);
    expect(own.spec).toHaveProperty('hostUsers', false);
  });
});
