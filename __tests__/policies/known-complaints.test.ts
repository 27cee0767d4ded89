import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../lib/policies/catalogue';
import { exceptionsOf } from '../../lib/policies/exceptions-of';
import { judge } from '../../lib/policies/judge';
import { bundledContext } from '../support/rule-context';

const FILE = join(__dirname, '../../../shared/reference/policies.md');
const skipped = existsSync(FILE) ? '' : ' (skipped: no ../shared/reference beside this checkout)';
const TESTS = ['false-positives.test.ts', 'related-objects.test.ts', 'known-complaints.test.ts'];

/** Complaints that a table here answers in other words, with the test that does. */
const ANSWERED: Readonly<Record<string, string>> = {
  'UID > 10000': 'what nobody is asked for unless strictly (kube-score #204)',
  suppressions: 'an exception on a workload holds for its Pods (kube-score #102, #488)',
};

/** Families of checks that users of other tools complain of, with the issues. */
function complaints(): { family: string; issues: string[] }[] {
  const text = readFileSync(FILE, 'utf8');
  const table = text.slice(text.indexOf('## 3.')).split('\n');
  return table
    .filter((line) => line.startsWith('| ') && !line.includes('check family'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, family = '', , evidence = '']) => ({ family, issues: issuesIn(evidence) }));
}

/** `kube-linter #459, #694` are two issues of one tool. */
function issuesIn(evidence: string): string[] {
  let tool = '';
  return [...evidence.matchAll(/([A-Za-z_-]+)? ?#(\d+)|CKV_K8S_\d+/g)].map(([whole, named, number]) => {
    tool = named ?? tool;
    return number === undefined ? whole : `${tool} #${number}`;
  });
}

(skipped ? test.skip : test)(`every complaint about another tool has a test that we do better${skipped}`, () => {
  const tests = TESTS.map((file) => readFileSync(join(__dirname, file), 'utf8')).join('\n');
  const all = complaints();
  expect(all).toHaveLength(12);
  const unanswered = all.filter(({ family, issues }) => {
    return !issues.some((issue) => tests.includes(`(${issue})`)) && ANSWERED[family] === undefined;
  });
  expect(unanswered).toEqual([]);
});

test('what nobody is asked for unless strictly (kube-score #204)', () => {
  expect(CATALOGUE.find(({ id }) => id === 'high-user-id')?.level).toBe('strict');
});

test('an exception on a workload holds for its Pods (kube-score #102, #488)', () => {
  const rules = CATALOGUE.filter(({ id }) => id === 'privileged-container');
  const annotations = { 'policy.exception/privileged-container': 'network team: it sets up the node' };
  const container = { name: 'a', image: 'a:1', securityContext: { privileged: true } };
  const manifest = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'a', annotations },
    spec: { jobTemplate: { spec: { template: { spec: { containers: [container] } } } } },
  };
  expect(exceptionsOf({ manifest }, ['privileged-container']).faults).toEqual([]);
  const { findings, excused } = judge([{ manifest }], { ...bundledContext, rules, known: ['privileged-container'] });
  expect({ findings, excused: excused.map(({ rule, owner }) => `${rule} ${owner}`) }).toEqual({
    findings: [],
    excused: ['privileged-container network team'],
  });
});
