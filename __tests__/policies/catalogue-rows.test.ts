import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../lib/policies/catalogue';
import { CATALOGUE_ROWS } from './catalogue-rows';
import { CHECKOV, KUBE_LINTER, POLARIS } from './neighbour-checks';

const FILE = join(__dirname, '../../../shared/reference/policies.json');
const skipped = existsSync(FILE) ? '' : ' (skipped: no ../shared/reference beside this checkout)';

/** A row of the merged catalogue: its default, and the checks of kube-linter, Polaris and Checkov that it merges. */
interface Row {
  readonly id: string;
  readonly df: 'on' | 'off';
  readonly KL: readonly string[];
  readonly PO: readonly string[];
  readonly CK: readonly string[];
}

const rows: readonly Row[] = skipped ? [] : JSON.parse(readFileSync(FILE, 'utf8'));
const levels = new Map(CATALOGUE.map(({ id, level }) => [id, level]));

(skipped ? test.skip : test)(`all 90 rows have rules that there are${skipped}`, () => {
  expect(rows).toHaveLength(90);
  expect(Object.keys(CATALOGUE_ROWS).sort()).toEqual(rows.map(({ id }) => id).sort());
  const named = Object.values(CATALOGUE_ROWS);
  expect(named.filter((rules) => rules.length === 0)).toEqual([]);
  expect(named.flat().filter((rule) => !levels.has(rule))).toEqual([]);
});

(skipped ? test.skip : test)(`what a row merges of the neighbours is what the row's rules answer${skipped}`, () => {
  const astray = rows.flatMap(({ id, KL, PO, CK }) => {
    const answers = [
      ...KL.flatMap((check) => KUBE_LINTER[check] ?? []),
      ...PO.flatMap((check) => POLARIS[check] ?? []),
      ...CK.flatMap((check) => CHECKOV[check] ?? []),
    ];
    return answers.filter((rule) => !CATALOGUE_ROWS[id]?.includes(rule)).map((rule) => `${id} ${rule}`);
  });
  expect(astray).toEqual([]);
});

(skipped ? test.skip : test)(
  `what is on by default holds where there are users, what is off where it is asked for${skipped}`,
  () => {
    const asked = rows.filter(({ df, id }) => {
      const early = CATALOGUE_ROWS[id]?.some((rule) => levels.get(rule) !== 'strict');
      return df === 'on' && !early;
    });
    expect(asked.map(({ id }) => id)).toEqual([]);
  },
);
