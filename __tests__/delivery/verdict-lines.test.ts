import type { EnvironmentVerdict } from '../../lib/delivery/environment-verdict';
import { verdictLines } from '../../lib/delivery/verdict-lines';
import type { Finding } from '../../lib/policies/finding';

const finding = (rule: string): Finding => ({
  rule,
  severity: 'warning',
  message: 'spec: must be sound',
  mend: 'mend it',
  object: { apiVersion: 'v1', kind: 'Pod', name: 'web' },
});

const verdict = (name: string, told: readonly string[], excused: readonly string[]): EnvironmentVerdict => ({
  name,
  policies: { level: 'production', failOn: 'error', enforcement: 'deny' },
  kubernetesVersion: '1.30',
  problems: [],
  told: told.map(finding),
  excused: excused.map((rule) => ({ ...finding(rule), owner: 'network team', reason: 'it must' })),
  annotations: new Map(),
});

test('what is told is counted by environment and rule, what is excused is said once with its environments', () => {
  const verdicts = [
    verdict('dev', [], ['host-port']),
    verdict('prod', ['latest-tag', 'host-path', 'latest-tag'], ['host-port', 'host-port']),
  ];
  expect(verdictLines(verdicts, 'dist')).toEqual([
    '  told     prod: host-path 1, latest-tag 2 (each: npm run check -- dist/prod.*.yaml --level production --kubernetes 1.30)',
    '  excused  host-port, by network team: it must (3 in dev, prod)',
  ]);
});

test('nothing to tell is no line', () => {
  expect(verdictLines([verdict('dev', [], [])], 'dist')).toEqual([]);
});
