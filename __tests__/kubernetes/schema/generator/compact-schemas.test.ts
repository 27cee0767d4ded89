import fc from 'fast-check';
import { compactSchemas } from '../../../../lib/kubernetes/schema/generator/compact-schemas';
import { expandSchemas } from '../../../../lib/kubernetes/schema/generator/expand-schemas';
import { type MinorSchemas, reachableSchemas } from '../../../../lib/kubernetes/schema/generator/minor-schemas';
import { type SchemasFile, schemasFileText } from '../../../../lib/kubernetes/schema/schemas-file';
import { schemasText } from '../bundled';

const field = (type: string, marked = false, note = '') => ({ type, note, marked });

/** One kind, whose spec has these fields. */
const shop = (spec: MinorSchemas['definitions'][string]): MinorSchemas => ({
  kinds: { 'v1 Shop': field('a.v1.Shop', false, 'Namespaced') },
  definitions: { 'a.v1.Shop': { spec: field('a.v1.Spec') }, 'a.v1.Spec': spec },
});

function fold(...minors: readonly MinorSchemas[]): SchemasFile {
  const named = minors.map((schemas, index) => [`1.${30 + index}`, schemas] as const);
  return compactSchemas(new Map(named), new Map(named.map(([minor]) => [minor, `test ${minor}`])), {});
}

test.each`
  because                                 | minors                                                                                  | text
  ${'what all share is said once'}        | ${[{ f: field('string') }, { f: field('string') }, { f: field('string') }]}             | ${'string'}
  ${'required everywhere'}                | ${[{ f: field('string', true) }, { f: field('string', true) }]}                         | ${'string !'}
  ${'no longer required'}                 | ${[{ f: field('string', true) }, { f: field('string') }]}                               | ${'string !30'}
  ${'required from the second on'}        | ${[{ f: field('string') }, { f: field('string', true) }, { f: field('string', true) }]} | ${'string !31-'}
  ${'new'}                                | ${[{}, { f: field('string') }, { f: field('string') }]}                                 | ${'string 31-'}
  ${'gone'}                               | ${[{ f: field('string') }, { f: field('string') }, {}]}                                 | ${'string -31'}
  ${'there, gone and back, and required'} | ${[{ f: field('string', true) }, {}, { f: field('string', true) }]}                     | ${'string ! 30,32'}
  ${'a type that changed'}                | ${[{ f: field('string') }, { f: field('int32', true) }, { f: field('int32') }]}         | ${['string 30', 'int32 !31 31-']}
  ${'a list that is a map'}               | ${[{ f: field('[]a.v1.X', false, 'key=a,b') }]}                                         | ${'[]a.v1.X key=a,b'}
`('$because: $text', ({ minors, text }) => {
  expect(fold(...minors.map(shop)).definitions['a.v1.Spec']?.f).toEqual(text);
});

test('each minor comes back as it went in', () => {
  const entry = fc.record({
    type: fc.constantFrom('string', '[]int32', 'enum(A,B)', '{}a.v1.Leaf'),
    note: fc.constantFrom('', 'key=name', 'key=a,b'),
    marked: fc.boolean(),
  });
  const leaf = { 'a.v1.Leaf': { x: field('string') } };
  const minor = fc.dictionary(fc.constantFrom('f', 'g', '*'), entry).map((spec) => {
    const schemas = shop(spec);
    return reachableSchemas({ ...schemas, definitions: { ...schemas.definitions, ...leaf } });
  });
  fc.assert(
    fc.property(fc.array(minor, { minLength: 1, maxLength: 7 }), (minors) => {
      const file = fold(...minors);
      minors.forEach((schemas, index) => {
        const { kinds, definitions } = expandSchemas(file, `1.${30 + index}`);
        expect({ kinds, definitions }).toEqual({
          kinds: { ...schemas.kinds },
          definitions: Object.fromEntries(
            Object.entries(schemas.definitions).map(([name, fields]) => [name, { ...fields }]),
          ),
        });
      });
    }),
  );
});

test('the committed file, taken apart and folded again, is the same byte for byte', () => {
  const file: SchemasFile = JSON.parse(schemasText);
  const minors = Object.keys(file.minors).map((minor) => [minor, expandSchemas(file, minor)] as const);
  const folded = compactSchemas(new Map(minors), new Map(Object.entries(file.minors)), file.customSources);
  expect(schemasFileText(folded)).toBe(schemasText);
});

test('the committed file has a definition a line, and fits into 450 kB', () => {
  expect(schemasText).toContain('\n"core.v1.ServicePort": {"appProtocol":"string",');
  expect(schemasText.length).toBeLessThan(450_000);
});
