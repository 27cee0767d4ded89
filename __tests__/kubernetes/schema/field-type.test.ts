import fc from 'fast-check';
import { fieldType } from '../../../lib/kubernetes/schema/field-type';

test.each`
  text                          | type
  ${'string'}                   | ${{ is: 'string' }}
  ${'[]core.v1.Container'}      | ${{ is: 'array', of: { is: 'object', definition: 'core.v1.Container' } }}
  ${'{}[]string'}               | ${{ is: 'map', of: { is: 'array', of: { is: 'string' } } }}
  ${'?int32'}                   | ${{ is: 'int32', nullable: true }}
  ${'enum(Exact,Prefix)'}       | ${{ is: 'enum', values: ['Exact', 'Prefix'] }}
  ${'enum()'}                   | ${{ is: 'enum', values: [''] }}
  ${'enum(#301,302)'}           | ${{ is: 'enum', values: [301, '302'] }}
  ${'a.example.com/v1/Shop.sp'} | ${{ is: 'object', definition: 'a.example.com/v1/Shop.sp' }}
`('$text is read', ({ text, type }) => {
  expect(fieldType.parse(text)).toEqual(type);
});

test('any enum comes back as it went in, and never has a blank', () => {
  const values = fc.array(fc.oneof(fc.string({ unit: 'grapheme-ascii' }), fc.integer()), { minLength: 1 });
  fc.assert(
    fc.property(values, (some) => {
      const text = fieldType.enumText(some);
      expect(text).not.toContain(' ');
      expect(fieldType.parse(text)).toEqual({ is: 'enum', values: some });
    }),
  );
});

test.each([
  ['[]?{}core.v1.Pod', 'core.v1.Pod'],
  ['{}quantity', undefined],
  ['?enum(a.b)', undefined],
])('%s leads to %s', (text, definition) => {
  expect(fieldType.definitionIn(text)).toBe(definition);
});
