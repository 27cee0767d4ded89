import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { patch } from '../lib/report/patch';
import { ProjectCopy } from './support/project-copy';

jest.setTimeout(60_000);

/** The README's own words: what it says is tried here. */
const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
const blockAfter = (sentence: string): string =>
  /```\w*\n([\s\S]*?)```/.exec(readme.slice(readme.indexOf(sentence)))?.[1] ?? '';

const chart = blockAfter('A chart in `lib/charts/payments.ts`');
const [importLine = '', line = ''] = blockAfter('its line among the charts of `main.ts`').split(/(?<=\n)/);
const entry = blockAfter('and its entry in `lib/environments/releases.json`');

let project: ProjectCopy;
beforeAll(() => {
  project = new ProjectCopy();
});
afterAll(() => project.remove());

describe('the first edit', () => {
  const weigh = (from: number, to: number) =>
    project.edit('lib/environments/releases.json', `"weight": ${from} `, `"weight": ${to} `);

  test('changes in dist/ what the README shows, and nothing else', () => {
    const before = project.bytes('dist');
    weigh(10, 25);
    expect(project.main().status).toBe(0);
    const after = project.bytes('dist');
    const [removed, added] = [/^-(?!--)(.*)$/m, /^\+(?!\+\+)(.*)$/m].map(
      (line) => line.exec(blockAfter('look at `git diff dist`'))?.[1] ?? '',
    );
    expect(removed).toContain('canary-weight: "10"');
    expect(after).toEqual({
      ...before,
      'prod.hello.k8s.yaml': before['prod.hello.k8s.yaml']?.replace(`${removed}\n`, `${added}\n`),
    });
    const [old = '', now = ''] = [before, after].map((files) => files['prod.hello.k8s.yaml']);
    // behind the place git says what a change is within
    const shown = blockAfter('look at `git diff dist`').replace(/^(@@.*@@).*$/m, '$1');
    expect(shown).toBe(patch('dist/prod.hello.k8s.yaml', old, now));
  });

  test('is refused with the words that the README shows, when it is wrong', () => {
    weigh(25, 250);
    const { status, stderr } = project.main();
    expect({ status, stderr }).toEqual({ status: 1, stderr: blockAfter('Write `250`') });
    weigh(250, 10);
    expect(project.main().status).toBe(0);
  });
});

describe('a third service', () => {
  beforeAll(() => {
    project.write('lib/charts/payments.ts', chart);
    project.edit('main.ts', '    multiroute: MultirouteChart,\n', `    multiroute: MultirouteChart,\n${line}`);
    project.edit('main.ts', 'import type { Program }', `${importLine}import type { Program }`);
    project.edit(
      'lib/environments/releases.json',
      '"multiroute": { "tag": "v1" }',
      `"multiroute": { "tag": "v1" },\n${entry}`,
    );
  });

  test('is a chart of at most 40 lines, and one line in main.ts beside its import', () => {
    expect(chart.trim().split('\n').length).toBeLessThanOrEqual(40);
    expect(line.trim().split('\n')).toHaveLength(1);
  });

  test('comes out in the environment that it is released to, and in no other; nothing else changes', () => {
    const before = project.bytes('dist');
    const types = project.checkTypes();
    expect(types.stdout).toBe('');
    expect(project.main().stderr).toContain('wrote    dist/dev.payments.k8s.yaml');
    const { 'dev.payments.k8s.yaml': added, Kustomization: listed, ...others } = project.bytes('dist');
    const { Kustomization: list, ...files } = before;
    expect(others).toEqual(files);
    expect(listed?.replace('  - dev.payments.k8s.yaml\n', '')).toBe(list);
    const kinds = parseAllDocuments(added ?? '').map((document) => document.toJS().kind);
    expect(kinds.sort()).toEqual([
      'Deployment',
      'HorizontalPodAutoscaler',
      'Ingress',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'Service',
    ]);
  });

  test('takes its file with it when it is taken out again', () => {
    project.edit('lib/environments/releases.json', `,\n${entry}`, '');
    project.edit('main.ts', line, '');
    project.edit('main.ts', importLine, '');
    expect(project.main().stderr).toContain('removed  dist/dev.payments.k8s.yaml');
  });

  test('released under a mistyped name is refused, with the name that was meant', () => {
    project.edit('lib/environments/releases.json', '"multiroute": { "tag": "v1" }', '"multirout": { "tag": "v1" }');
    expect(project.main().stderr).toMatch(
      /^lib\/environments\/releases\.json:\d+:\d+: dev\.multirout: .*unknown service.*did you mean "multiroute"\?/,
    );
  });
});
