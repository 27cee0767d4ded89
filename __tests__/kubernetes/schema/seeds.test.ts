import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { faults } from './bundled';

/** Manifests of tutorials, with what Kubernetes makes of them: beside a checkout of those who wrote this, not in it. */
const SEEDS = resolve(__dirname, '../../../../shared/seeds');

interface Seed {
  readonly file: string;
  readonly expectation: 'accepted' | 'rejected' | 'obsolete';
  readonly requires: string | null;
}

/** What no schema can tell, and only the API server's own validation finds. */
const BEYOND_A_SCHEMA = [
  '002-050', // an empty image
  '002-052', // a selector that does not match the template
  '002-055', // maxUnavailable and maxSurge both set
  '002-059', // a Job without restartPolicy
  '002-070', // a field that does not go with the type of the Service
  '002-101', // a name with dots
  '002-104', // an Ingress without rules
];

const number = ({ file }: Seed): string => file.replace('manifests/', '').slice(0, 7);

if (existsSync(SEEDS)) {
  const index: readonly Seed[] = JSON.parse(readFileSync(join(SEEDS, 'index.json'), 'utf8'));
  const wrong = (seeds: readonly Seed[], minor: string) =>
    seeds.filter(({ file }) => faults(parse(readFileSync(join(SEEDS, file), 'utf8')), minor).length > 0);

  describe.each(['1.30', '1.36'])('of the tutorials, in Kubernetes %s,', (minor) => {
    test('all 120 manifests that it accepts are without violation', () => {
      const accepted = index.filter(({ expectation, requires }) => expectation === 'accepted' && !requires);
      expect(accepted).toHaveLength(120);
      expect(wrong(accepted, minor)).toEqual([]);
    });

    test('of the 3 manifests of custom resources that no schema is kept of, nothing is said', () => {
      const custom = index.filter(({ requires }) => requires);
      expect(custom).toHaveLength(3);
      expect(wrong(custom, minor)).toEqual([]);
    });

    test('all 4 manifests of an API version that is gone are found', () => {
      const obsolete = index.filter(({ expectation }) => expectation === 'obsolete');
      expect(wrong(obsolete, minor)).toHaveLength(4);
    });

    test('10 of the 17 manifests that it refuses are found: all that a schema can tell', () => {
      const rejected = index.filter(({ expectation }) => expectation === 'rejected');
      const found = wrong(rejected, minor);
      expect(found).toHaveLength(10);
      expect(rejected.filter((seed) => !found.includes(seed)).map(number)).toEqual(BEYOND_A_SCHEMA);
    });
  });
} else {
  test.skip(`manifests of the tutorials: skipped, there is no ../shared/seeds beside this checkout`, () => {});
}
