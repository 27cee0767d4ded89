import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withConstructTable } from '../../lib/delivery/with-construct-table';
import { projectSources } from '../architecture/sources';

const PLACE = '# x\n<!-- constructs: npm run readme -->\nold\n<!-- /constructs -->\ny';
const of = (path: string, code: string) => withConstructTable(PLACE, new Map([[path, code]]));

test("README.md lists every construct with the first sentence of its docs; if not, run 'npm run readme'", () => {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const sources = new Map([...projectSources()].filter(([path]) => path.startsWith('lib/constructs/')));
  const classes = [...sources.values()].flatMap((code) => code.match(/^export class \w+ extends Construct\b/gm) ?? []);
  expect(withConstructTable(readme, sources)).toBe(readme);
  for (const line of classes) expect(readme).toContain(`| [${line.split(' ')[2]}](`);
});

test('a row has the folder, the class, where it is, and the first sentence, over lines', () => {
  const code =
    '/** Not this. */\nconst a = 1;\n\n/**\n * Pods that run\n * e.g. one. And more.\n *\n * @example x\n */\nexport class Web extends Construct {}';
  expect(of('lib/constructs/workload/web.ts', code)).toContain(
    '| workload | [Web](lib/constructs/workload/web.ts) | Pods that run e.g. one. |\n',
  );
});

test('what is no construct is not listed, and the rest of the document stays', () => {
  const table = of('lib/constructs/a/b.ts', '/** A value. */\nexport class Probe {}');
  expect(table).not.toContain('Probe');
  expect(table).toMatch(/^# x\n<!-- constructs: npm run readme -->\n\| folder[\s\S]*<!-- \/constructs -->\ny$/);
});

test('fails where the document has no place for it', () => {
  expect(() => withConstructTable('# x', new Map())).toThrow('must have the place');
});
