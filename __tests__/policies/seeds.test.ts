import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles } from '../../lib/delivery/checking/check-files';
import type { Finding } from '../../lib/policies/finding';
import { everySeed, noSeeds } from '../tutorials/seeds';
import { SEED_FINDINGS, type SeedFinding } from './seed-findings';

const FOLDER = join(__dirname, '../../../shared/seeds/manifests');
const skipped = noSeeds ? ` (skipped: ${noSeeds})` : '';

/** All that is found at level baseline, as the command finds it, by the tutorial and the place in it. */
function findings(...paths: readonly string[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of checkFiles(paths, { level: 'baseline', failOn: 'error' }).findings) {
    const id = finding.file?.slice(FOLDER.length + 1).slice(0, 7) ?? '';
    found.set(id, [...(found.get(id) ?? []), finding]);
  }
  return found;
}

const together = noSeeds ? new Map<string, readonly Finding[]>() : findings(FOLDER);
const files = noSeeds ? [] : readdirSync(FOLDER).map((file) => [file.slice(0, 7), join(FOLDER, file)] as const);
const alone = new Map(files.map(([id, file]) => [id, findings(file).get(id) ?? []]));

const tells =
  ({ rule, field, mend }: SeedFinding) =>
  (finding: Finding) =>
    finding.rule === rule && finding.message.startsWith(`${field}: `) && mend.test(finding.mend);

const told = Object.entries(SEED_FINDINGS).flatMap(([id, all]) => all.map((one) => ({ id, ...one })));

(noSeeds ? test.skip : test)(`the table has every defect that the manifests show${skipped}`, () => {
  const decidable = everySeed().filter((seed) => seed.decidable);
  expect(decidable).toHaveLength(45);
  expect(Object.keys(SEED_FINDINGS).sort()).toEqual(decidable.map(({ id }) => id).sort());
});

(noSeeds ? test.skip : test.each(told))(`$id: $rule tells of $field${skipped}`, ((
  row: SeedFinding & { readonly id: string },
) => {
  const inFolder = together.get(row.id)?.filter(tells(row));
  expect(inFolder).toHaveLength(row.rule === 'pod-subdomain' ? 2 : 1);
  const object = everySeed().find(({ id }) => id === row.id)?.object;
  expect(inFolder?.[0]?.object).toMatchObject({ apiVersion: object.apiVersion, kind: object.kind });
  expect(alone.get(row.id)?.filter(tells(row)).length).toBe(row.together ? 0 : 1);
}) as never);

(noSeeds ? test.skip : test)(`what is refused or gone is an error, alone and in the folder${skipped}`, () => {
  const wrong = everySeed().filter(({ expectation }) => expectation !== 'accepted');
  expect(wrong).toHaveLength(21);
  const isError = (finding: Finding) => finding.severity === 'error';
  expect(wrong.filter(({ id }) => !together.get(id)?.some(isError) || !alone.get(id)?.some(isError))).toEqual([]);
});

(noSeeds ? test.skip : test)(`what has no defect has no error, alone and in the folder${skipped}`, () => {
  const sound = everySeed().filter(({ defect }) => !defect);
  expect(sound).toHaveLength(81);
  const errors = sound.flatMap(({ id }) =>
    [...(together.get(id) ?? []), ...(alone.get(id) ?? [])].filter(({ severity }) => severity === 'error'),
  );
  expect(errors).toEqual([]);
});

(noSeeds ? test.skip : test)(
  `no rule cries over what has no defect, but for what a reader may want to know${skipped}`,
  () => {
    const sound = everySeed().filter(({ defect }) => !defect);
    const warned = sound.flatMap(({ id }) =>
      (alone.get(id) ?? []).filter(({ severity }) => severity === 'warning').map(({ rule }) => `${id} ${rule}`),
    );
    // a hostPath is one, and a ReplicaSet is one, whatever the tutorial says of them
    expect(warned).toEqual(['002-008 host-path', '002-048 bare-replica-set']);
  },
);
