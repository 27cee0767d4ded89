import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../lib/policies/catalogue';
import { CLAIMS_OF_NONE, CLAIMS_OF_RULES } from './claims-of-rules';

const FILE = join(__dirname, '../../../shared/seeds/claims.json');
const skipped = existsSync(FILE) ? '' : ' (skipped: no ../shared/seeds beside this checkout)';

/** Tutorial and line of every claim that is wrong, wholly or in part. */
function wrongClaims(): string[] {
  const claims: readonly { seed: string; line: number; correct: unknown }[] = JSON.parse(readFileSync(FILE, 'utf8'));
  return claims.filter(({ correct }) => correct !== true).map(({ seed, line }) => `${seed.slice(0, 3)}:${line}`);
}

const setRight = new Map(CATALOGUE.map(({ id, misconceptions = [] }) => [id, misconceptions]));

test('what is wrongly said has its truth, and the page that it is written on', () => {
  const all = [...setRight.values()].flat();
  expect(all.length).toBeGreaterThan(70);
  for (const { claim, truth, source } of all) {
    expect(claim.length).toBeGreaterThan(15);
    expect(truth.length).toBeGreaterThan(10);
    expect(truth).toMatch(/[^.]$/);
    expect(source).toMatch(/^https:\/\//);
  }
});

test('nothing is set right twice', () => {
  const claims = [...setRight.values()].flat().map(({ claim }) => claim);
  expect(claims).toEqual([...new Set(claims)]);
});

(skipped ? test.skip : test)(
  `every wrong claim of the tutorials has its rule, or a reason to have none${skipped}`,
  () => {
    const wrong = wrongClaims();
    expect(wrong).toHaveLength(124);
    const known = [...Object.values(CLAIMS_OF_RULES).flat(), ...Object.keys(CLAIMS_OF_NONE)];
    expect([...known].sort()).toEqual([...new Set(wrong)].sort());
  },
);

test.each(Object.keys(CLAIMS_OF_RULES))('%s sets right what is said of it', (rule) => {
  expect(setRight.get(rule)?.length).toBeGreaterThan(0);
});
