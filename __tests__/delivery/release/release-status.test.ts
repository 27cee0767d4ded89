import { releaseStatus } from '../../../lib/delivery/release/release-status';
import type { Release } from '../../../lib/environments/releases';
import { NOW, orderOf } from './orders';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const linesOf = (release: Release) => releaseStatus(release, orderOf()).map(([about, text]) => `${about}: ${text}`);
const COMMAND = 'npm run release -- hello --env prod';

test('what runs, since when, and which versions one could go back to', () => {
  const since = '2026-11-26T20:10:00Z';
  expect(linesOf({ tag: 'v3', digest: DIGEST, since, previous: [{ tag: 'v2' }, { tag: 'v1' }] })).toEqual([
    'runs: v3 (sha256:0123456789ab), since 2026-11-26 20:10 UTC (2 d 2 h)',
    'earlier: v2, v1',
  ]);
});

test('a config that a rollback brought back is not passed over', () => {
  expect(linesOf({ tag: 'v3', config: { URL: 'x' } })).toEqual(['runs: v3, with its earlier config']);
});

test('a canary: its step, what comes next and when, how to end it, what to look at', () => {
  expect(linesOf({ tag: 'v1', canary: { tag: 'v2', weight: 10, since: '2026-11-28T22:10:00Z' } })).toEqual([
    'runs: v1',
    'canary: v2, since 2026-11-28 22:10 UTC (5 min), 10 %, step 2 of 3',
    `next: 50 %: ${COMMAND} step (waits 10 min longer)`,
    `else: ${COMMAND} abort`,
    'look at: errors',
    'look at: latency',
  ]);
});

test.each`
  release                                                                                         | next                                                     | because
  ${{ tag: 'v1', canary: { tag: 'v2', weight: 0 } }}                                              | ${`10 %: ${COMMAND} step (waits until someone says go)`} | ${'it waits for somebody'}
  ${{ tag: 'v1', canary: { tag: 'v2', weight: 50, since: '2026-11-28T21:00:00Z' } }}              | ${`it is promoted: ${COMMAND} promote`}                  | ${'the last step is over'}
  ${{ tag: 'v2', since: NOW, canary: { tag: 'v2', weight: 50 } }}                                 | ${`the canary ends: ${COMMAND} step (waits 1 h longer)`} | ${'it is promoted'}
  ${{ live: 'blue', releasing: 'green', blue: { tag: 'v1' }, green: { tag: 'v2' } }}              | ${`the switch: ${COMMAND} promote`}                      | ${'green is up'}
  ${{ live: 'green', releasing: 'green', blue: { tag: 'v1' }, green: { tag: 'v2', since: NOW } }} | ${`blue goes down: ${COMMAND} step (waits 1 h longer)`}  | ${'green is live'}
`('next is $next: $because', ({ release, next }) => {
  expect(linesOf(release)).toContain(`next: ${next}`);
});

test('colours: which is live, and what the other one does', () => {
  expect(linesOf({ live: 'green', blue: { tag: 'v1' }, green: { tag: 'v2' } })).toEqual([
    'green: live, v2',
    'blue: down, v1',
  ]);
});
