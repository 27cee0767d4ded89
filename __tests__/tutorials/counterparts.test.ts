import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHAPTERS } from '../../lib/charts/tutorials/chapters';
import type { Counterpart } from './counterpart';
import { fieldPaths } from './field-paths';
import { produced } from './produced';
import { noSeeds, seeds } from './seeds';

const SUFFIX = '.counterparts.ts';
const chapters = readdirSync(__dirname).flatMap((file) =>
  file.endsWith(SUFFIX) ? [file.slice(0, -SUFFIX.length)] : [],
);
const counterparts = chapters.flatMap((chapter) => {
  const { counterparts: rows } = require(join(__dirname, `${chapter}${SUFFIX}`));
  return (rows as readonly Counterpart[]).map((row) => ({ chapter, ...row }));
});

/** Fields that no counterpart takes over, of any kind, and why. */
const NOWHERE: Readonly<Record<string, string>> = {
  status: "is the server's to write",
  'metadata.creationTimestamp': "is the server's to write",
};

/** Fields of a manifest that its counterpart lacks. */
function missing(
  manifest: { readonly kind: string },
  object: { readonly kind: string },
  differs: Counterpart['differs'] = {},
) {
  const has = new Set([...fieldPaths(object)].map((path) => path.slice(object.kind.length + 1)));
  const excused = (path: string) =>
    Object.keys({ ...differs, ...NOWHERE }).some(
      (field) => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`),
    );
  return [...fieldPaths(manifest)]
    .map((path) => path.slice(manifest.kind.length + 1))
    .filter((path) => !has.has(path) && !excused(path));
}

test('every chapter has its table, and every table its chapter', () => {
  expect([...chapters].sort()).toEqual(Object.keys(CHAPTERS).sort());
});

(noSeeds ? describe.skip : describe)(
  `the tutorials beside our chapters${noSeeds ? ` (skipped: ${noSeeds})` : ''}`,
  () => {
    const ours = produced();
    const find = ({ chapter, object }: { readonly chapter: string; readonly object: string }) =>
      ours.find((one) => one.chapter === chapter && `${one.object.kind}/${one.object.metadata.name}` === object)
        ?.object;

    test('every manifest has a counterpart', () => {
      const told = new Set(counterparts.map(({ seed }) => seed));
      expect(seeds().flatMap(({ id, kind }) => (told.has(id) ? [] : [`${id} ${kind}`]))).toEqual([]);
    });

    test('no counterpart is of a manifest that there is not, and none is told twice', () => {
      const ids = new Set(seeds().map(({ id }) => id));
      const told = counterparts.map(({ seed }) => seed);
      expect(told.filter((seed, index) => !ids.has(seed) || told.indexOf(seed) < index)).toEqual([]);
    });

    test.each(counterparts.map((row) => [row.seed, row.chapter, row.object, row] as const))(
      '%s: %s has %s, with every field that does not differ for a reason',
      (seed, _chapter, _object, row) => {
        const object = find(row);
        expect(object).toBeDefined();
        const manifest = seeds().find(({ id }) => id === seed);
        if (!manifest) throw new Error(`no manifest ${seed}`);
        if (object.kind !== manifest.kind) expect(row.differs).toHaveProperty('kind');
        if (manifest.expectation !== 'accepted') return; // what is refused cannot be held against
        expect(missing(manifest.object, object, row.differs)).toEqual([]);
      },
    );

    test('no reason is given for a field that does not differ', () => {
      const idle = counterparts.flatMap((row) => {
        const manifest = seeds().find(({ id }) => id === row.seed);
        const object = find(row);
        if (!manifest || !object) return [];
        const lacking = missing(manifest.object, object);
        const needed = (field: string) =>
          field === 'kind'
            ? object.kind !== manifest.kind
            : lacking.some((path) => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`));
        return Object.keys(row.differs ?? {}).flatMap((field) => (needed(field) ? [] : [`${row.seed}: ${field}`]));
      });
      expect(idle).toEqual([]);
    });
  },
);
