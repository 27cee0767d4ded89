import type { Manifest } from '../../lib/kubernetes/manifest';
import { judge } from '../../lib/policies/judge';
import type { Rule } from '../../lib/policies/rule';
import { bundledContext } from '../support/rule-context';

const words = { level: 'baseline', why: '', source: '', examples: { bad: '', good: '' } } as const;

/** Refuses every object that is called bad. */
const noBad: Rule = {
  ...words,
  id: 'no-bad',
  severity: 'error',
  mend: 'call it good',
  check: (objects) =>
    objects
      .filter(({ metadata }) => metadata.name === 'bad')
      .map((object) => ({ object, field: 'metadata.name', got: 'bad', rule: 'must be good', mend: 'call it good' })),
};

/** Stumbles over a specification that is no object. */
const trusting: Rule = {
  ...noBad,
  id: 'trusting',
  check: (objects) => objects.flatMap(({ spec }) => Object.keys(spec as object)).flatMap(() => [] as never),
};

const strict: Rule = {
  ...noBad,
  id: 'strict-schema',
  check: (objects) =>
    objects
      .filter(({ spec }) => spec === null)
      .map((object) => ({ object, field: 'spec', got: null, rule: 'must be an object', mend: 'write its fields' })),
};

const court = (...rules: readonly Rule[]) => ({ ...bundledContext, rules, known: ['no-bad', 'no-worse'] });
const pod = (name: string, annotations?: Readonly<Record<string, string>>): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop', annotations },
});

test('a violation becomes a finding with the sentence, the mend, and where it stands', () => {
  const candidate = { manifest: pod('bad'), file: 'a.yaml', placeOf: () => ({ line: 4, column: 3 }) };
  expect(judge([{ manifest: pod('fine') }, candidate], court(noBad))).toEqual({
    findings: [
      {
        rule: 'no-bad',
        severity: 'error',
        message: 'metadata.name: invalid value "bad": must be good',
        mend: 'call it good',
        file: 'a.yaml',
        line: 4,
        column: 3,
        construct: undefined,
        object: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'bad' },
      },
    ],
    excused: [],
  });
});

test('an object of ours is known by its construct', () => {
  const [finding] = judge([{ manifest: pod('bad'), construct: 'dev/hello' }], court(noBad)).findings;
  expect(finding).toMatchObject({ construct: 'dev/hello', file: undefined, line: undefined });
});

test('findings come in the order of the objects, not of the rules', () => {
  const named = (id: string): Rule => ({ ...noBad, id });
  const other = { ...pod('bad'), kind: 'Job' };
  const { findings } = judge([{ manifest: pod('bad') }, { manifest: other }], court(named('b'), named('a')));
  expect(findings.map(({ rule, object }) => `${object.kind} ${rule}`)).toEqual(['Pod b', 'Pod a', 'Job b', 'Job a']);
});

test('an object that a rule handed back as another is known by its name', () => {
  const copying: Rule = {
    ...noBad,
    check: (...all) => noBad.check(...all).map((one) => ({ ...one, object: { ...one.object } })),
  };
  expect(judge([{ manifest: pod('bad'), file: 'a.yaml' }], court(copying)).findings).toHaveLength(1);
});

test('a rule that stumbles over an object without the form of its kind still judges the others', () => {
  const broken = { ...pod('broken'), spec: null };
  const bad: Rule = { ...noBad, check: (...all) => [...trusting.check(...all), ...noBad.check(...all)] };
  const { findings } = judge([{ manifest: broken }, { manifest: { ...pod('bad'), spec: {} } }], court(strict, bad));
  expect(findings.map(({ rule }) => rule)).toEqual(['strict-schema', 'no-bad']);
});

test('a rule that stumbles over a sound object is a mistake of ours, and not kept quiet', () => {
  expect(() => judge([{ manifest: pod('bad') }], court(strict, trusting))).toThrow(TypeError);
});

test('an exception takes the finding out of the verdict, with its owner and the reason', () => {
  const excused = pod('bad', { 'policy.exception/no-bad': ' shop team : it is: known so ' });
  expect(judge([{ manifest: excused }], court(noBad))).toEqual({
    findings: [],
    excused: [expect.objectContaining({ rule: 'no-bad', owner: 'shop team', reason: 'it is: known so' })],
  });
});

test.each`
  because                         | name      | key           | value            | message                                                                 | mend
  ${'it says no reason'}          | ${'bad'}  | ${'no-bad'}   | ${'shop team'}   | ${'invalid value "shop team": must say who allows it and why'}          | ${'write "<owner>: <reason>"'}
  ${'the reason is empty'}        | ${'bad'}  | ${'no-bad'}   | ${'shop team: '} | ${'invalid value "shop team: ": must say who allows it and why'}        | ${'write "<owner>: <reason>"'}
  ${'it says no owner'}           | ${'bad'}  | ${'no-bad'}   | ${': known'}     | ${'invalid value ": known": must say who allows it and why'}            | ${'write "<owner>: <reason>"'}
  ${'there is no such rule'}      | ${'bad'}  | ${'no-bda'}   | ${'a: b'}        | ${'invalid value "a: b": must name a rule, and there is no "no-bda"'}   | ${'write policy.exception/no-bad'}
  ${'nothing is near'}            | ${'bad'}  | ${'whatever'} | ${'a: b'}        | ${'invalid value "a: b": must name a rule, and there is no "whatever"'} | ${'look it up with: npm run check -- --rules'}
  ${'there is nothing to excuse'} | ${'good'} | ${'no-bad'}   | ${'a: b'}        | ${'must excuse something, and the object keeps to no-bad'}              | ${'take it out'}
`('an exception is itself a finding where $because', ({ name, key, value, message, mend }) => {
  const { findings, excused } = judge([{ manifest: pod(name, { [`policy.exception/${key}`]: value }) }], court(noBad));
  expect(excused).toEqual([]);
  const rules = findings.map(({ rule }) => rule);
  expect(rules).toEqual(name === 'bad' ? ['no-bad', 'policy-exception'] : ['policy-exception']);
  expect(findings.at(-1)).toMatchObject({
    severity: 'warning',
    message: `metadata.annotations[policy.exception/${key}]: ${message}`,
    mend,
  });
});

test('an exception from a rule that is not asked at this level is left alone', () => {
  const manifest = pod('bad', { 'policy.exception/no-worse': 'a: b' });
  expect(judge([{ manifest }], court(noBad)).findings.map(({ rule }) => rule)).toEqual(['no-bad']);
});
