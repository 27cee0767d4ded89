import { importCycles } from './cycles';
import { given, projectSources } from './sources';

test('no files import each other, not even by types', () => {
  expect(importCycles(projectSources())).toEqual([]);
});

test('fails for a ring of files, and prints it once, from its first file', () => {
  const sources = given({
    'lib/c.ts': `import { a } from './a';`,
    'lib/a.ts': `import { x } from 'x';\nimport type { B } from './b';`,
    'lib/b.ts': `\n\nexport { c } from './c';`,
    'lib/outside.ts': `import { a } from './a';`,
  });
  expect(importCycles(sources)).toEqual([
    'lib/a.ts:2 -> lib/b.ts:3 -> lib/c.ts:1 -> lib/a.ts: import each other; move what both need to a file of its own that imports neither',
  ]);
});

test('prints each of two rings, though they share a file', () => {
  const sources = given({
    'lib/a.ts': `import './b';\nimport './c';`,
    'lib/b.ts': `import './a';`,
    'lib/c.ts': `import './a';`,
  });
  expect(importCycles(sources)).toEqual([
    expect.stringMatching(/^lib\/a\.ts:1 -> lib\/b\.ts:1 -> lib\/a\.ts: /),
    expect.stringMatching(/^lib\/a\.ts:2 -> lib\/c\.ts:1 -> lib\/a\.ts: /),
  ]);
});

test('fails for a file that imports itself', () => {
  expect(importCycles(given({ 'lib/a.ts': `import { a } from './a';` }))).toHaveLength(1);
});

test('lets two files share a third', () => {
  const sources = given({ 'lib/a.ts': `import './b';\nimport './c';`, 'lib/b.ts': `import './c';`, 'lib/c.ts': '' });
  expect(importCycles(sources)).toEqual([]);
});
