import { join } from 'node:path';
import { given, PROJECT, projectSources } from '../architecture/sources';
import { defaultViolations } from './defaults';
import type { Load } from './doc-value';

/** What the project's modules, and packages, really export. */
const load: Load = (module) => jest.requireActual(module.endsWith('.ts') ? join(PROJECT, module) : module);

test('every optional prop says what leaving it out means, and it is what the code does', () => {
  expect(defaultViolations(projectSources(), load)).toEqual([]);
});

const FILE = 'lib/constructs/web.ts';

/** The words that docstrings below may use. */
class Time {
  constructor(readonly seconds: number) {}
}

class Probe {
  constructor(private readonly ask: () => string) {}

  static http(path: string): Probe {
    return new Probe(() => path);
  }

  manifest(port: string): unknown {
    return { path: this.ask(), port };
  }
}

/** Violations of a file with these props, whose module exports this table. */
function violationsOf(props: string, table?: Readonly<Record<string, unknown>>): string[] {
  const exported = table ? 'export const DEFAULTS = {};' : '';
  const imports = `import type { Time } from 'time';\nimport { Probe } from './probe';`;
  const sources = given({
    [FILE]: `${imports}\nexport interface WebProps {\n${props}\n}\n${exported}`,
    'lib/constructs/probe.ts': '',
  });
  return defaultViolations(sources, modules({ [FILE]: table ? { DEFAULTS: table } : {} }));
}

function modules(exports: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Load {
  const known: typeof exports = { time: { Time }, 'lib/constructs/probe.ts': { Probe }, ...exports };
  return (module) => known[module] ?? {};
}

const prop = (name: string, said: string) =>
  `/** It.\n *\n * @default ${said}\n * @see there\n */\nreadonly ${name}?: T;`;

test.each`
  said                                 | value
  ${'2'}                               | ${2}
  ${`'http'`}                          | ${'http'}
  ${'false'}                           | ${false}
  ${`['/tmp']`}                        | ${['/tmp']}
  ${`[{ path: '/', type: 'Prefix' }]`} | ${[{ path: '/', type: 'Prefix' }]}
  ${'new Time(5)'}                     | ${new Time(5)}
  ${`Probe.http('/')`}                 | ${Probe.http('/')}
`('takes @default $said for the same value in DEFAULTS', ({ said, value }) => {
  expect(violationsOf(prop('it', said), { it: value })).toEqual([]);
});

test.each`
  said                 | value                    | because
  ${'70'}              | ${80}                    | ${'a number drifted'}
  ${'2'}               | ${'2'}                   | ${'a number is not its text'}
  ${`['/tmp']`}        | ${['/tmp', '/run']}      | ${'a list grew'}
  ${'new Time(5)'}     | ${new Time(6)}           | ${'a time drifted'}
  ${'new Time(5)'}     | ${{ seconds: 5 }}        | ${'a value is of its class'}
  ${`Probe.http('/')`} | ${Probe.http('/health')} | ${'what a function keeps drifted'}
`('fails when @default is $said and DEFAULTS differs: $because', ({ said, value }) => {
  const found = violationsOf(prop('it', said), { it: value });
  expect(found).toEqual([expect.stringContaining(`${FILE}:9: WebProps.it: @default is ${said}, but DEFAULTS has `)]);
});

test.each`
  props                        | table        | wrong
  ${'readonly it?: number;'}   | ${undefined} | ${'9: WebProps.it is optional and has no @default'}
  ${prop('it', '2')}           | ${undefined} | ${'but the file exports no DEFAULTS'}
  ${prop('it', '2')}           | ${{}}        | ${'but DEFAULTS has no such entry'}
  ${prop('it', '- the other')} | ${{ it: 2 }} | ${'@default is words, but DEFAULTS has it'}
  ${prop('it', 'the other')}   | ${{ it: 2 }} | ${'cannot be evaluated'}
  ${prop('it', 'Size.of(1)')}  | ${{ it: 2 }} | ${'Size is neither imported nor exported here'}
  ${'readonly it: number;'}    | ${{ it: 2 }} | ${'DEFAULTS.it is the default of no optional prop'}
`('fails for $props with the table $table: $wrong', ({ props, table, wrong }) => {
  const found = violationsOf(props, table);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(wrong.replace(/^\d+/, '4'));
});

test('lets words stand for what no table can hold', () => {
  expect(violationsOf(prop('name', '- the construct id in kebab-case'))).toEqual([]);
});

const CHILD = 'lib/constructs/shop.ts';
const child = (extended: string) =>
  given({
    [FILE]: `export interface WebProps {\n${prop('port', '80')}\n}\nexport const DEFAULTS = {};`,
    [CHILD]: `import type { WebProps } from './web';\nexport interface ShopProps extends ${extended} {}\nexport const DEFAULTS = {\n  port: 1,\n};`,
  });

test('holds the @default of an inherited prop against the table of the file that gives it another', () => {
  const defaults = (port: number) => modules({ [FILE]: { DEFAULTS: { port: 80 } }, [CHILD]: { DEFAULTS: { port } } });
  expect(defaultViolations(child('WebProps'), defaults(80))).toEqual([]);
  expect(defaultViolations(child('WebProps'), defaults(8080))).toEqual([
    `${FILE}:7: port: @default is 80, but DEFAULTS of ${CHILD} has 1; make them the same`,
  ]);
});

test('knows that Omit and Pick leave props out', () => {
  const defaults = modules({ [FILE]: { DEFAULTS: { port: 80 } }, [CHILD]: { DEFAULTS: { port: 80 } } });
  expect(defaultViolations(child(`Pick<WebProps, 'port'>`), defaults)).toEqual([]);
  expect(defaultViolations(child(`Omit<WebProps, 'port' | 'name'>`), defaults)).toEqual([
    `${CHILD}:4: DEFAULTS.port is the default of no optional prop; take it out, or make the prop of that name optional, with its @default`,
  ]);
});
