import { CATALOGUE } from '../../lib/policies/catalogue';
import type { Rule } from '../../lib/policies/rule';
import { examplesOf } from '../policies/examples-of';
import { describeCluster, eventually, kubectl, mustKubectl, objects } from './cluster';

/** Rules that say that an API server refuses what breaks them, and only then. */
const REFUSED = CATALOGUE.filter(
  ({ why, severity }) => severity === 'error' && /the API server (refuses|has no such)/.test(why),
);

/** Rules whose sentence has an "or": the example is of the other half. */
const OTHERWISE: Readonly<Record<string, string>> = {};

const NAMESPACES = ['shop', 'other', 'argocd'];

/** What the server says of the objects of an example: nothing is made. */
function refusals({ examples, ...rule }: Rule, which: 'bad' | 'good'): string[] {
  return examplesOf({ examples, ...rule }, examples[which]).flatMap((object) => {
    const { status, stderr } = kubectl(
      ['create', '--dry-run=server', '--validate=strict', '-f', '-'],
      JSON.stringify(object),
    );
    return status === 0 ? [] : [stderr];
  });
}

describeCluster('what a rule says that an API server refuses, it refuses', () => {
  beforeAll(async () => {
    for (const name of NAMESPACES) kubectl(['create', 'namespace', name]);
    // no Pod is let in before its account is there
    const accounts = () => objects('serviceaccounts').filter(({ metadata }) => NAMESPACES.includes(metadata.namespace));
    await eventually(accounts, (all) => all.length >= NAMESPACES.length, 30);
  }, 60_000);

  afterAll(() => {
    for (const name of NAMESPACES) mustKubectl('delete', 'namespace', name, '--wait=false');
  });

  test.each(REFUSED.filter(({ id }) => !OTHERWISE[id]).map((rule) => [rule.id, rule] as const))(
    '%s: the bad example, and not the good one',
    (_, rule) => {
      expect({ bad: refusals(rule, 'bad').length > 0, good: refusals(rule, 'good') }).toEqual({ bad: true, good: [] });
    },
  );
});
