import { keyFileFields, keyFilesProblem } from '../../../lib/constructs/storage/key-files';

test('all defaults: every key under its own name, and a Pod waits for them', () => {
  expect(keyFileFields({})).toEqual({ items: undefined, optional: undefined });
});

test('files: the keys that are named, in their order, and no others', () => {
  const { items } = keyFileFields({ files: { 'nginx.conf': 'conf.d/default.conf', mime: 'mime.types' } });
  expect(items).toEqual([
    { key: 'nginx.conf', path: 'conf.d/default.conf' },
    { key: 'mime', path: 'mime.types' },
  ]);
});

test('presence: an optional one lets the Pod start without it', () => {
  expect(keyFileFields({ presence: 'optional' }).optional).toBe(true);
  expect(keyFileFields({ presence: 'required' }).optional).toBeUndefined();
});

test.each`
  choice                              | prop       | got       | rule
  ${{ files: {} }}                    | ${'files'} | ${{}}     | ${'must name a key'}
  ${{ files: { '': 'a' } }}           | ${'files'} | ${''}     | ${'must name a key'}
  ${{ files: { a: '' } }}             | ${'files'} | ${''}     | ${'must not be empty'}
  ${{ files: { a: '/b' } }}           | ${'files'} | ${'/b'}   | ${'must be a relative path'}
  ${{ files: { a: 'b', c: '../d' } }} | ${'files'} | ${'../d'} | ${'must not contain ".."'}
  ${{ files: { a: 'x', b: 'x' } }}    | ${'files'} | ${'x'}    | ${'must not be the path of another key, or in it'}
  ${{ files: { a: 'x', b: 'x/y' } }}  | ${'files'} | ${'x/y'}  | ${'must not be the path of another key, or in it'}
  ${{ mode: 0o1000 }}                 | ${'mode'}  | ${0o1000} | ${'must be permissions from 0 to 0o777'}
`('fails for $choice: $rule', ({ choice, prop, got, rule }) => {
  expect(keyFilesProblem(choice)).toMatchObject({ prop, got, rule });
});

test.each([{}, { mode: 0 }, { mode: 0o777 }, { files: { a: 'b/c', d: 'b/e' }, mode: 0o400 }])('takes %j', (choice) => {
  expect(keyFilesProblem(choice)).toBeUndefined();
});
