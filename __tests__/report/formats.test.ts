import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { CATALOGUE } from '../../lib/policies/catalogue';
import type { Finding } from '../../lib/policies/finding';
import type { Rule } from '../../lib/policies/rule';
import { FORMATS } from '../../lib/report/formats';
import type { Paper } from '../../lib/report/report';
import { schemaProblems } from '../support/schema-problems';
import { CLEAN, SAMPLE } from './sample';

const PLAIN: Paper = { colours: 'none' };

function report(format: string, checked = SAMPLE, paper = PLAIN): string {
  const text = FORMATS[format]?.(checked, paper);
  if (text === undefined) throw new Error(`no format ${format}`);
  return text;
}

/** What a report looked like when somebody last looked at it: `GOLDEN=write npx jest __tests__/report` writes it anew. */
function golden(name: string, text: string): string {
  const file = join(__dirname, 'golden', name);
  if (process.env.GOLDEN === 'write') writeFileSync(file, text);
  return readFileSync(file, 'utf8');
}

/** Rules by their names alone: their words are those of the catalogue, and change there. */
function withoutWordsOfRules(sarif: string): string {
  const log = JSON.parse(sarif);
  for (const { tool } of log.runs) tool.driver.rules = tool.driver.rules.map(({ id }: { id: string }) => id);
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

test.each`
  format      | file
  ${'text'}   | ${'text.txt'}
  ${'json'}   | ${'json.txt'}
  ${'sarif'}  | ${'sarif.txt'}
  ${'junit'}  | ${'junit.txt'}
  ${'github'} | ${'github.txt'}
`('$format is as in golden/$file', ({ format, file }) => {
  const text = format === 'sarif' ? withoutWordsOfRules(report(format)) : report(format);
  expect(text).toBe(golden(file, text));
});

test('there is a golden report for every format', () => {
  expect(Object.keys(FORMATS).sort()).toEqual(['github', 'json', 'junit', 'sarif', 'text']);
});

test.each(Object.keys(FORMATS))('%s ends with a line end, also where nothing was found', (format) => {
  expect(report(format, CLEAN)).toMatch(/[^\n]\n$/);
});

describe('text', () => {
  test('says in one line that nothing was found', () => {
    expect(report('text', CLEAN)).toBe('1 object in 1 file, for Kubernetes 1.36 at level baseline: nothing found\n');
  });

  test('has colours where they are asked for, and is the same without them', () => {
    const coloured = report('text', SAMPLE, { colours: 'ansi' });
    expect(coloured).toContain('\u001b[31merror');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is how colours begin
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(report('text'));
  });

  test('wraps words where there is not room enough, and indents what goes on', () => {
    const lines = report('text', SAMPLE, { ...PLAIN, columns: 60 }).split('\n');
    const at = lines.findIndex((line) => line.includes('containers[0]'));
    expect(lines.slice(at, at + 3)).toEqual([
      '  warning  12:11  spec.template.spec.containers[0].image:',
      '                  invalid value "nginx": must name a tag',
      '                  name a version [latest-tag]',
    ]);
  });

  test('tells each by itself of what is only worth knowing where that fails the check', () => {
    expect(report('text')).not.toContain('must be the only ConfigMap');
    expect(report('text', { ...SAMPLE, failOn: 'info' })).toContain('must be the only ConfigMap');
  });

  test('names three places of what is only worth knowing, and counts the others', () => {
    const info = SAMPLE.findings.filter(({ severity }) => severity === 'info');
    const many = Array.from({ length: 5 }, (_, line) => ({ ...(info[0] as Finding), file: 'a', line }));
    expect(report('text', { ...CLEAN, findings: many })).toContain(
      '5 times: give one of them another name\n    a:0, a:1, a:2 and 2 more',
    );
  });

  test('passes nothing on that a terminal would obey', () => {
    const object = { apiVersion: 'v1', kind: 'Pod', name: '\u001b[2Ja\u009b' };
    const findings = SAMPLE.findings.map((finding) => ({ ...finding, object, message: '\u001b[2J', file: '\u001b' }));
    const text = report('text', { ...SAMPLE, findings });
    expect(['\u001b', '\u009b'].filter((character) => text.includes(character))).toEqual([]);
    expect(text).toContain('Pod \ufffd[2Ja\ufffd');
  });
});

describe('json', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../lib/report/findings.schema.json'), 'utf8'));

  test.each([SAMPLE, CLEAN])('is as findings.schema.json says', (checked) => {
    expect(schemaProblems(JSON.parse(report('json', checked)), schema)).toEqual([]);
  });

  test('has no key that findings.schema.json does not tell of', () => {
    const { findings, excused, unreadable } = JSON.parse(report('json'));
    const { finding } = schema.$defs;
    expect(Object.keys(findings[0])).toEqual(Object.keys(finding.properties));
    expect(Object.keys(findings[0].object)).toEqual(Object.keys(finding.properties.object.properties));
    const { excused: more, unreadable: other } = schema.properties;
    expect(Object.keys(excused[0])).toEqual([...Object.keys(findings[0]), ...Object.keys(more.items.properties)]);
    expect(Object.keys(unreadable[0])).toEqual(Object.keys(other.items.properties));
  });
});

describe('sarif', () => {
  /** What the schema of SARIF 2.1.0 requires of the objects that are used here. */
  const message = v.object({ text: v.string() });
  const level = v.picklist(['none', 'note', 'warning', 'error']);
  const count = v.pipe(v.number(), v.integer(), v.minValue(1));
  const uri = v.pipe(
    v.string(),
    v.check((text) => URL.canParse(text, 'file:///')),
    v.regex(/^[^\s<>]+$/),
  );
  const location = v.strictObject({
    physicalLocation: v.optional(
      v.strictObject({
        artifactLocation: v.strictObject({ uri }),
        region: v.optional(v.strictObject({ startLine: count, startColumn: count })),
      }),
    ),
    logicalLocations: v.optional(v.array(v.strictObject({ fullyQualifiedName: v.string(), kind: v.string() }))),
  });

  test.each`
    file                 | address
    ${'shop/a #1?.yaml'} | ${'shop/a%20%231%3F.yaml'}
    ${'/srv/a b.yaml'}   | ${'file:///srv/a%20b.yaml'}
  `('$file is $address: what is elsewhere has its whole address', ({ file, address }) => {
    const checked = { ...SAMPLE, findings: SAMPLE.findings.slice(0, 1).map((finding) => ({ ...finding, file })) };
    const [{ locations }] = JSON.parse(report('sarif', checked)).runs[0].results;
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe(address);
  });

  const rule = v.strictObject({
    id: v.string(),
    shortDescription: message,
    help: v.strictObject({ text: v.string(), markdown: v.string() }),
    helpUri: v.pipe(v.string(), v.url()),
    defaultConfiguration: v.strictObject({ level }),
    properties: v.strictObject({ tags: v.array(v.string()) }),
  });
  const result = v.strictObject({
    ruleId: v.string(),
    ruleIndex: v.number(),
    level,
    message,
    locations: v.array(location),
    suppressions: v.optional(
      v.array(v.strictObject({ kind: v.picklist(['inSource', 'external']), justification: v.string() })),
    ),
  });
  const notification = v.strictObject({ level, message, locations: v.array(location) });
  const run = v.strictObject({
    tool: v.strictObject({ driver: v.strictObject({ name: v.string(), rules: v.array(rule) }) }),
    columnKind: v.literal('utf16CodeUnits'),
    invocations: v.array(
      v.strictObject({ executionSuccessful: v.boolean(), toolExecutionNotifications: v.array(notification) }),
    ),
    results: v.array(result),
  });
  const log = v.strictObject({ $schema: v.string(), version: v.literal('2.1.0'), runs: v.array(run) });

  test.each([SAMPLE, CLEAN])('has what SARIF 2.1.0 requires', (checked) => {
    const { issues = [] } = v.safeParse(log, JSON.parse(report('sarif', checked)));
    expect(issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toEqual([]);
  });

  test('rules come with what they say of themselves', () => {
    const [{ tool }] = JSON.parse(report('sarif')).runs;
    const { why, mend, source, examples } = CATALOGUE.find(({ id }) => id === 'host-network') ?? ({} as Rule);
    expect(tool.driver.rules[0]).toMatchObject({
      id: 'host-network',
      shortDescription: { text: why },
      helpUri: source,
    });
    for (const part of [why, mend, examples.bad, examples.good]) {
      expect(tool.driver.rules[0].help.markdown).toContain(part.trim());
    }
  });

  test('every result points at its rule', () => {
    const [{ tool, results }] = JSON.parse(report('sarif')).runs;
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });
});

describe('junit', () => {
  test('what does not fail the check is a test that passed', () => {
    expect(report('junit')).toMatch(/name="latest-tag \(line 12\)">\s*<system-out>/);
    expect(report('junit', { ...SAMPLE, failOn: 'warning' })).toMatch(/name="latest-tag \(line 12\)">\s*<failure/);
  });

  test('what XML has no way to write is left out', () => {
    const findings = SAMPLE.findings.map((finding) => ({ ...finding, message: 'a\u0000b"<&>' }));
    expect(report('junit', { ...SAMPLE, findings })).toContain('message="a\ufffdb&quot;&lt;&amp;&gt;"');
  });
});
