import { expressionPathOf } from '../../../lib/constructs/traffic/expression-path';
import type { IngressOptions } from '../../../lib/constructs/traffic/ingress-options';

const words = (options: IngressOptions, type = 'Prefix' as const) => expressionPathOf([{ type }], options);

test('plain paths stay plain where nothing is rewritten', () => {
  expect(words({})).toBeUndefined();
});

/** What a proxy makes of a path: the expression is matched from the beginning, and what it matched is replaced. */
function rewritten(options: IngressOptions, path: string, asked: string): string | undefined {
  const expressions = words(options);
  const pattern = new RegExp(`^${expressions?.path({ path, type: 'Prefix' })}`);
  return pattern.test(asked) ? asked.replace(pattern, expressions?.target ?? '$&') : undefined;
}

test.each`
  rewrite                           | path       | asked         | seen
  ${{ replacePrefixMatch: '/' }}    | ${'/api'}  | ${'/api/x/y'} | ${'/x/y'}
  ${{ replacePrefixMatch: '/' }}    | ${'/api/'} | ${'/api'}     | ${'/'}
  ${{ replacePrefixMatch: '/' }}    | ${'/'}     | ${'/x'}       | ${'/x'}
  ${{ replacePrefixMatch: '/v1' }}  | ${'/api'}  | ${'/api/x'}   | ${'/v1/x'}
  ${{ replacePrefixMatch: '/v1/' }} | ${'/api'}  | ${'/api/x'}   | ${'/v1/x'}
  ${{ replacePrefixMatch: '/v1' }}  | ${'/api'}  | ${'/api'}     | ${'/v1'}
  ${{ replacePrefixMatch: '/' }}    | ${'/api'}  | ${'/apis'}    | ${undefined}
  ${{ replacePrefixMatch: '/' }}    | ${'/v1.0'} | ${'/v1x0/a'}  | ${undefined}
  ${{ replaceFullPath: '/x' }}      | ${'/api'}  | ${'/api/a/b'} | ${'/x'}
  ${{ replaceFullPath: '/x' }}      | ${'/'}     | ${'/api/a/b'} | ${'/x'}
  ${{ replaceFullPath: '/x' }}      | ${'/api'}  | ${'/apis'}    | ${undefined}
`('$rewrite at $path: $asked becomes $seen', ({ rewrite, path, asked, seen }) => {
  expect(rewritten({ rewrite }, path, asked)).toBe(seen);
});

test.each`
  type                   | path             | rewrite                              | written
  ${'Prefix'}            | ${'/a.b/'}       | ${undefined}                         | ${'/a\\.b(/|$)'}
  ${'Prefix'}            | ${'/'}           | ${undefined}                         | ${'/'}
  ${'Exact'}             | ${'/a.b'}        | ${undefined}                         | ${'/a\\.b$'}
  ${'RegularExpression'} | ${'/foo/?(.*)'}  | ${undefined}                         | ${'/foo/?(.*)'}
  ${'RegularExpression'} | ${'/foo/?(.*)'}  | ${{ replaceExpressionMatch: '/$1' }} | ${'/foo/?(.*)'}
  ${'RegularExpression'} | ${'/foo/(\\d+)'} | ${{ replaceExpressionMatch: '/$1' }} | ${'/foo/(\\d+).*'}
  ${'Exact'}             | ${'/foo'}        | ${{ replaceFullPath: '/x' }}         | ${'/foo$'}
`('$type $path beside $rewrite is written $written', ({ type, path, rewrite, written }) => {
  const words = expressionPathOf([{ type: 'RegularExpression' }], { rewrite });
  expect(words?.path({ path, type })).toBe(written);
});
