import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const LIB = join(__dirname, '../../lib');
const POLICIES = join(LIB, 'policies');

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const inner = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(inner) : inner.endsWith('.ts') ? [inner] : [];
  });
}

const nouns = readdirSync(POLICIES, { withFileTypes: true }).filter((one) => one.isDirectory() && one.name !== 'cel');
const ruleFiles = nouns.flatMap(({ name }) => filesIn(join(POLICIES, name)));

test('no file but that of another rule names the file of a rule: a rule is one file and nothing else', () => {
  const ruleNames = new Set(ruleFiles.map((file) => relative(POLICIES, file).replace(/\.ts$/, '')));
  expect(ruleNames.size).toBeGreaterThan(150);
  const others = filesIn(LIB).filter((file) => !ruleFiles.includes(file));
  const naming = others.filter((file) =>
    [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].some(([, from = '']) => {
      return from.startsWith('.') && ruleNames.has(relative(POLICIES, join(file, '..', from)));
    }),
  );
  expect(naming.map((file) => relative(LIB, file))).toEqual([]);
});
