import { given, projectSources } from '../architecture/sources';
import { constructDocViolations } from './construct-docs';
import { docViolations } from './docs';

const project = projectSources();

test('every export, and every prop, says what it is', () => {
  expect(docViolations(project)).toEqual([]);
});

test('every construct shows an example, and says what it throws', () => {
  expect(constructDocViolations(project)).toEqual([]);
});

describe('the check of docstrings', () => {
  test.each`
    code                                                                   | name
    ${'export class Web {}'}                                               | ${'Web'}
    ${'export function web() {}'}                                          | ${'web'}
    ${'export const web = 1;'}                                             | ${'web'}
    ${'export type Web = string;'}                                         | ${'Web'}
    ${'export enum Web { A }'}                                             | ${'Web'}
    ${'const web = 1;\nexport { web };'}                                   | ${'web'}
    ${'export default class {}'}                                           | ${'default'}
    ${'// Not a docstring.\nexport const web = 1;'}                        | ${'web'}
    ${'/** @see https://example.com */\nexport const web = 1;'}            | ${'web'}
    ${'/** Web. */\nexport interface WebProps {\n  readonly port: 80;\n}'} | ${'WebProps.port'}
  `('fails for $code', ({ code, name }) => {
    const found = docViolations(given({ 'lib/a.ts': code }));
    expect(found).toEqual([expect.stringMatching(new RegExp(`^lib/a\\.ts:\\d: ${name} .*has no docstring; `))]);
  });

  test.each`
    code                                                                                       | because
    ${'/** Web. */\nexport class Web {}'}                                                      | ${'it has one'}
    ${'/** Web. */\nexport function web(a: 1): 1;\nexport function web(a: 2): 2 { return a }'} | ${'overloads share one'}
    ${`export { web } from './web';\nexport * from './shop';`}                                 | ${'it is said where it is made'}
    ${'class Web {}'}                                                                          | ${'nobody else sees it'}
    ${'/** A port. */\nexport interface Port {\n  readonly number: 80;\n}'}                    | ${'names may say enough where nobody fills in'}
  `('lets pass $code: $because', ({ code }) => {
    expect(docViolations(given({ 'lib/a.ts': code }))).toEqual([]);
  });
});

describe('the check of construct docs', () => {
  const construct = (doc: string, body = '') =>
    given({
      'lib/constructs/web.ts': `import { requireSound } from './sound';\n/** A web.\n${doc} */\nexport class Web extends Construct {\n${body}\n}`,
      'lib/constructs/sound.ts': `const all = (x) => check(x);\nfunction check(x) { throw new InvalidProp('Bad', x, {}); }\nexport function requireSound(x) { all(x); }`,
      'lib/constructs/shop.ts': `import { Web } from './web';\n/** @example new Shop() */\nexport class Shop extends Construct {\nweb = new Web();\n}`,
    });
  const example = '@example new Web(this)';

  test('fails without an example', () => {
    expect(constructDocViolations(construct(''))).toEqual([
      'lib/constructs/web.ts:4: Web has no @example; show the line of a chart that makes one',
    ]);
  });

  test('fails without @throws for what it throws itself, and for its owner', () => {
    expect(constructDocViolations(construct(example, `f() { throw new InvalidProp('Bad', this, {}); }`))).toEqual([
      'lib/constructs/web.ts:4: Web can throw InvalidProp and has no @throws; add "@throws InvalidProp" and the codes',
      'lib/constructs/shop.ts:3: Shop can throw InvalidProp and has no @throws; add "@throws InvalidProp" and the codes',
    ]);
  });

  test('fails without @throws for what a function throws that it calls', () => {
    expect(constructDocViolations(construct(example, 'f() { requireSound(this); }'))).toHaveLength(2);
  });

  test('fails for a code that @throws does not name', () => {
    const sources = construct(
      `@throws InvalidProp \`Worse\`\n${example}`,
      `f() { throw new InvalidProp('Bad', this, {}); }`,
    );
    expect(constructDocViolations(sources)[0]).toContain('Web throws Bad, which its @throws does not name');
  });

  test('lets a construct that throws nothing say nothing, and a type be named that does', () => {
    expect(constructDocViolations(construct(example, 'f?: typeof requireSound;'))).toEqual([]);
  });
});
