import { given, projectSources } from '../architecture/sources';
import { sentenceViolations } from './error-sentence';
import { nameViolations } from './file-name';
import { leftoverViolations } from './leftover';
import { sizeHints, sizeViolations } from './size';

const project = projectSources();

test('no file has more than 250 lines, no constructor more than 25', () => {
  expect(sizeViolations(project)).toEqual([]);
});

test('a file holds one thing and is called after it', () => {
  expect(nameViolations(project)).toEqual([]);
});

test('nothing is left for later without an issue: no TODO, no banner, no any', () => {
  expect(leftoverViolations(project)).toEqual([]);
});

test('errors read as one sentence: lower case, no full stop, a PascalCase code', () => {
  expect(sentenceViolations(project)).toEqual([]);
});

test('what is larger than reads well is shown', () => {
  const hints = sizeHints(project);
  if (hints.length > 0) console.info(['Worth a look, no failure:', ...hints].join('\n'));
});

describe('the check of sizes', () => {
  const lines = (count: number) => 'f();\n'.repeat(count);

  test('fails for a file of 251 lines, and shows one of 151', () => {
    expect(sizeViolations(given({ 'lib/a.ts': lines(251) }))).toEqual([
      'lib/a.ts:1: has 251 lines of 250; split it by noun: too long means two of them',
    ]);
    expect(sizeViolations(given({ 'lib/a.ts': lines(250) }))).toEqual([]);
    expect(sizeHints(given({ 'lib/a.ts': lines(151), 'lib/b.ts': lines(150) }))).toEqual([
      'lib/a.ts:1: 151 lines of 150',
    ]);
  });

  test('fails for a constructor of 26 lines', () => {
    const ofLines = (count: number) => given({ 'lib/a.ts': `class A {\nconstructor() {\n${lines(count - 2)}}\n}` });
    expect(sizeViolations(ofLines(26))).toEqual([
      expect.stringContaining('lib/a.ts:2: constructor has 26 lines of 25'),
    ]);
    expect(sizeViolations(ofLines(25))).toEqual([]);
  });

  test.each`
    code                                                          | hint
    ${`function f() {\n${lines(29)}}`}                            | ${'f: 31 lines of 30'}
    ${'const f = (a, b, c, d) => a;'}                             | ${'f: 4 parameters of 3'}
    ${'class A { f() { for (;;) { if (a) { while (b) {} } } } }'} | ${'f: 3 levels of nesting of 2'}
  `('shows "$hint"', ({ code, hint }) => {
    expect(sizeHints(given({ 'lib/a.ts': code }))).toEqual([`lib/a.ts:1: ${hint}`]);
  });

  test.each([
    'function f() { if (a) {} else if (b) {} else if (c) {} else if (d) {} }',
    'function f() { for (;;) { if (a) { g(() => { if (b) {} }); } } }',
  ])('finds %s deep enough to read', (code) => {
    expect(sizeHints(given({ 'lib/a.ts': code }))).toEqual([]);
  });
});

describe('the check of names', () => {
  const wrongIn = (file: string, code: string) => nameViolations(given({ [file]: code }), {});

  test.each`
    file                         | code                                                   | wrong
    ${'lib/constructs/Web.ts'}   | ${''}                                                  | ${'1: is not called in kebab-case; call it web.ts'}
    ${'lib/constructs/a_b.ts'}   | ${''}                                                  | ${'1: is not called in kebab-case; call it a-b.ts'}
    ${'lib/constructs/web.ts'}   | ${'export class Shop {}'}                              | ${'1: exports Shop, which the file is not called after; call it shop.ts'}
    ${'lib/constructs/web.ts'}   | ${'export class Web {}\nexport class Shop {}'}         | ${'2: exports 2 things: Web, Shop'}
    ${'lib/delivery/web.ts'}     | ${'export type Web = 1;\nexport function f(): 1 {}'}   | ${'2: exports f, which the file is not called after'}
    ${'lib/delivery/shop.ts'}    | ${'export type Web = 1;\nexport function f(): Web {}'} | ${'2: exports f, which the file is not called after'}
    ${'lib/delivery/web.ts'}     | ${'export type Shop = 1;'}                             | ${'1: is called after none of its types'}
    ${'lib/kubernetes/kinds.ts'} | ${'export function applyOrder() {}'}                   | ${'1: exports applyOrder, which the file is not called after'}
    ${'lib/kubernetes/kinds.ts'} | ${'export const A = 1;\nexport const B = 2;'}          | ${'2: exports 2 things: A, B'}
    ${'lib/constructs/utils.ts'} | ${''}                                                  | ${'1: lib/constructs/utils says nothing'}
    ${'lib/helpers/web.ts'}      | ${''}                                                  | ${'1: lib/helpers/web says nothing'}
    ${'imports/argo.ts'}         | ${'export class SyncManager {}'}                       | ${'1: SyncManager says nothing'}
  `('fails for $code in $file', ({ file, code, wrong }) => {
    expect(wrongIn(file, code)).toEqual([expect.stringContaining(`${file}:${wrong}`)]);
  });

  test.each`
    file                                      | code                                                                                                            | because
    ${'lib/constructs/web-shop.ts'}           | ${'export interface Any {}\nexport const DEFAULTS = {};\nexport class WebShop {}'}                              | ${'types and defaults come with it'}
    ${'lib/charts/hello.ts'}                  | ${'export class HelloChart {}'}                                                                                 | ${'the room says chart'}
    ${'lib/policies/catalogue.ts'}            | ${'export const CATALOGUE = [];'}                                                                               | ${'a constant is shouted'}
    ${'lib/constructs/web.ts'}                | ${'export type Web = 1;\nexport const fast = (): Web => 1;\nexport function manifest(webs: readonly Web[]) {}'} | ${'a type and what makes or takes it'}
    ${'lib/kubernetes/names.ts'}              | ${'export function nameProblem() {}\nexport const kebabCase = 1;'}                                              | ${'words about one subject'}
    ${'lib/kubernetes/schema/openapi.ts'}     | ${'export function schemasOfOpenApi() {}'}                                                                      | ${'one word about it will do'}
    ${'lib/delivery/openapi-source.ts'}       | ${'export function openApiSource() {}'}                                                                         | ${'the letters count'}
    ${'lib/cli/synth.ts'}                     | ${'run();'}                                                                                                     | ${'a command exports nothing'}
    ${'imports/gateway.networking.k8s.io.ts'} | ${'export class HttpRoute {}\nexport class Gateway {}'}                                                         | ${'bindings are called after their group'}
  `('lets $file have $code: $because', ({ file, code }) => {
    expect(wrongIn(file, code)).toEqual([]);
  });

  test('lets a file with a reason have several, and fails when the reason is no longer needed', () => {
    const reasons = { 'lib/cli/pair.ts': 'write and read' };
    expect(nameViolations(given({ 'lib/cli/pair.ts': 'export const a = 1, b = 2;' }), reasons)).toEqual([]);
    const needless = ['lib/cli/pair.ts:1: needs no exception; take it out of SEVERAL_THINGS'];
    expect(nameViolations(given({ 'lib/cli/pair.ts': 'export const pair = 1;' }), reasons)).toEqual(needless);
    expect(nameViolations(given({}), reasons)).toEqual(needless);
  });
});

describe('the check of leftovers', () => {
  test.each`
    code                                       | wrong
    ${'\n// TODO: later'}                      | ${'2: TODO without an issue'}
    ${'/**\n * FIXME one day\n */'}            | ${'2: FIXME without an issue'}
    ${'// --------'}                           | ${'1: a banner'}
    ${'/* ==== Props ==== */'}                 | ${'1: a banner'}
    ${'// #region props'}                      | ${'1: a banner'}
    ${'const a = b as any;'}                   | ${'1: any'}
    ${'function f(a: Record<string, any>) {}'} | ${'1: any'}
  `('fails for $code', ({ code, wrong }) => {
    expect(leftoverViolations(given({ 'lib/a.ts': code }))).toEqual([expect.stringContaining(`lib/a.ts:${wrong}; `)]);
  });

  test.each(['// TODO(#12): when 1.31 is the floor', `const a = 'TODO';`, '/**\n * - any of these\n * - or that\n */'])(
    'lets pass %s',
    (code) => {
      expect(leftoverViolations(given({ 'lib/a.ts': code }))).toEqual([]);
    },
  );
});

describe('the check of error sentences', () => {
  test.each`
    code                                                          | wrong
    ${`new InvalidProp('Bad', this, { rule: 'Must be small' });`} | ${'"Must be small" begins with a capital'}
    ${`const mend = 'lower it.';`}                                | ${'"lower it." ends with a full stop'}
    ${`const e = { mend: \`lower \${prop}!\` };`}                 | ${'"lower …!" ends with a full stop'}
    ${`const e = { rule: wrong ? 'Must be small' : undefined };`} | ${'"Must be small" begins with a capital'}
    ${`new InvalidProp('out-of-range', this, {});`}               | ${'code "out-of-range" is not PascalCase'}
  `('fails for $code', ({ code, wrong }) => {
    expect(sentenceViolations(given({ 'lib/a.ts': code }))).toEqual([
      expect.stringContaining(`lib/a.ts:1: ${wrong}; `),
    ]);
  });

  test('lets pass what fits into the sentence', () => {
    const code = `new InvalidProp('OutOfRange', this, { rule: \`must be at most \${max}\`, mend: 'write "A." or "B"' });`;
    expect(sentenceViolations(given({ 'lib/a.ts': code }))).toEqual([]);
  });
});
