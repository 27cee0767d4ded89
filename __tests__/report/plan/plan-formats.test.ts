import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLAN_FORMATS } from '../../../lib/report/plan/plan-formats';
import type { PlanPaper } from '../../../lib/report/plan/plan-report';
import { schemaProblems } from '../../support/schema-problems';
import { QUIET_PLAN, SAMPLE_PLAN } from './sample-plan';

const PLAIN: PlanPaper = { colours: 'none', lists: 'folded' };
const SCHEMA = JSON.parse(readFileSync(join(__dirname, '../../../lib/report/plan/plan.schema.json'), 'utf8'));

function report(format: string, plan = SAMPLE_PLAN, paper = PLAIN): string {
  const text = PLAN_FORMATS[format]?.(plan, paper);
  if (text === undefined) throw new Error(`no format ${format}`);
  return text;
}

/** What a plan looked like when somebody last looked at it: `GOLDEN=write npx jest __tests__/report` writes it anew. */
function golden(name: string, text: string): string {
  const file = join(__dirname, 'golden', name);
  if (process.env.GOLDEN === 'write') writeFileSync(file, text);
  return readFileSync(file, 'utf8');
}

test.each`
  format        | file
  ${'text'}     | ${'text.txt'}
  ${'json'}     | ${'json.txt'}
  ${'markdown'} | ${'markdown.txt'}
`('$format is as in golden/$file', ({ format, file }) => {
  const text = report(format);
  expect(text).toBe(golden(file, text));
});

test('there is a golden plan for every format', () => {
  expect(Object.keys(PLAN_FORMATS).sort()).toEqual(['json', 'markdown', 'text']);
});

test.each(Object.keys(PLAN_FORMATS))('%s says that nothing changes, and ends with a line end', (format) => {
  const text = report(format, QUIET_PLAN);
  expect(text).toMatch(/[^\n]\n$/);
  if (format !== 'json') expect(text).toContain('Nothing changes: 80 objects stay as they are');
});

describe('text', () => {
  test('has colours where they are asked for, and is the same without them', () => {
    const coloured = report('text', SAMPLE_PLAN, { ...PLAIN, colours: 'ansi' });
    expect(coloured).toContain('\u001b[31m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are made of them
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(report('text'));
  });

  test('obeys nothing that stands in a name or a value', () => {
    expect(report('text')).not.toContain('\u001b');
  });

  test('begins with the summary, and ends with what has to be allowed: not with what is', () => {
    const lines = report('text').trim().split('\n');
    expect(lines[0]).toBe(
      '1 refused, 1 losing data, 1 rolling Pods, 1 replaced, 14 created, 1 changed; 71 objects stay as they are',
    );
    expect(lines.at(-1)).toBe('  --allow Deployment/prod/hello');
    expect(report('text')).not.toContain('--allow StatefulSet');
  });

  test('folds long lists, and shows them whole when asked', () => {
    expect(report('text')).toContain('and 2 more; --all shows them');
    expect(report('text', SAMPLE_PLAN, { ...PLAIN, lists: 'whole' })).toContain('ConfigMap/dev/config-13');
  });

  test('never folds what is dangerous', () => {
    const [refused] = SAMPLE_PLAN.changes;
    if (!refused) throw new Error('nothing is refused');
    const changes = Array.from({ length: 40 }, (_, index) => ({
      ...refused,
      object: { ...refused.object, name: `web-${index}` },
    }));
    expect(report('text', { ...SAMPLE_PLAN, changes })).toContain('  Deployment/prod/web-39');
  });

  test('keeps to the columns of the terminal', () => {
    const lines = report('text', SAMPLE_PLAN, { ...PLAIN, columns: 72 }).split('\n');
    const blocks = lines.slice(lines.indexOf('REFUSED  the API server refuses it, and the object stays as it is') + 1);
    expect(blocks.filter((line) => line.startsWith('    ') && line.length > 78)).toEqual([]);
  });
});

describe('json', () => {
  test.each([
    ['something', SAMPLE_PLAN],
    ['nothing', QUIET_PLAN],
  ])('of %s is as its schema says', (_, plan) => {
    expect(schemaProblems(JSON.parse(report('json', plan)), SCHEMA)).toEqual([]);
  });

  test('the schema demands every key that is written', () => {
    const without = JSON.parse(report('json'));
    delete without.changes[0].because;
    delete without.environments[1].requests[0].quota;
    expect(schemaProblems(without, SCHEMA)).toEqual([
      '/changes/0/because: is required',
      '/environments/1/requests/0/quota: is required',
    ]);
  });

  test('counts, and says whether something has to be allowed', () => {
    const { blocked, summary } = JSON.parse(report('json'));
    expect({ blocked, summary }).toEqual({
      blocked: true,
      summary: {
        refused: 1,
        'loses-data': 1,
        'rolls-pods': 1,
        replaced: 1,
        removed: 0,
        created: 14,
        changed: 1,
        unchanged: 71,
      },
    });
  });
});

describe('markdown', () => {
  test('shows what stands in values, and lets it do nothing', () => {
    const text = report('markdown');
    expect(text).not.toContain('<script>');
    expect(text).not.toMatch(/@all/);
    expect(text).toContain('&lt;script>\\|\\`@\u200ball\\`');
  });

  test('opens what is dangerous, and folds the rest', () => {
    const [open = ''] = report('markdown').split('<details>');
    expect(open).toContain('[!CAUTION]');
    expect(open).toContain('`Deployment/prod/hello`');
    expect(open).not.toContain('ConfigMap/dev');
    expect(report('markdown').match(/<details>/g)).toHaveLength(report('markdown').match(/<\/details>/g)?.length ?? 0);
  });

  test('stays below what a comment can hold, and says that it does', () => {
    const [, , rolled] = SAMPLE_PLAN.changes;
    if (!rolled) throw new Error('nothing is rolled');
    const long = { ...rolled, because: ['why '.repeat(500)] };
    const changes = Array.from({ length: 3000 }, () => long);
    const text = report('markdown', { ...SAMPLE_PLAN, changes });
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('too long for a comment');
    expect(report('markdown', { ...SAMPLE_PLAN, changes: changes.map(() => rolled) })).toContain('and 2900 more');
  });
});
