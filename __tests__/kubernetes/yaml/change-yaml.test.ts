import fc from 'fast-check';
import { isMap, isScalar, parseAllDocuments, visit } from 'yaml';
import { changeYaml } from '../../../lib/kubernetes/yaml/change-yaml';
import type { FieldChange, FieldSet } from '../../../lib/kubernetes/yaml/field-change';
import { UnsafeChange } from '../../../lib/kubernetes/yaml/unsafe-change';
import { CATALOGUE } from '../../../lib/policies/catalogue';

const set = (field: string, value: FieldSet['value']): FieldSet => ({ field, value });

test.each`
  text                                            | change                             | after                                                                  | because
  ${'a: 1\nb:\n  - c: x # c\n    # end\nd: 2\n'}  | ${set('b[0].e.f', false)}          | ${'a: 1\nb:\n  - c: x # c\n    e:\n      f: false\n    # end\nd: 2\n'} | ${'it comes behind the last entry, indented as it is'}
  ${'b: { c: 1 }\n'}                              | ${set('b.d.e', 'x')}               | ${'b: { c: 1, d: { e: x } }\n'}                                        | ${'flow style stays flow style'}
  ${'b: {}\n'}                                    | ${set('b.d', 'x y')}               | ${'b: { d: "x y" }\n'}                                                 | ${'an empty one too; text is quoted where it needs it'}
  ${'{"a": 1,\n  "b": {\n    "c": [1]\n  }\n}\n'} | ${set('b.d', { e: 'f' })}          | ${'{"a": 1,\n  "b": {\n    "c": [1],\n    "d": {"e":"f"}\n  }\n}\n'}   | ${'JSON stays JSON, a line each'}
  ${'a: 1'}                                       | ${set('b', 'yes')}                 | ${'a: 1\nb: "yes"'}                                                    | ${'the last line may have no end'}
  ${'a: |\n  x\n\n# c\n'}                         | ${set('b', 1)}                     | ${'a: |\n  x\nb: 1\n\n# c\n'}                                          | ${'text over lines stays as it is'}
  ${'a: {b: 1}\r\nc: yes\r\n'}                    | ${{ field: 'c', quoted: true }}    | ${'a: {b: 1}\r\nc: "yes"\r\n'}                                         | ${'what stands there, not what it means'}
  ${'a: 1\r\n'}                                   | ${set('b.c', 1)}                   | ${'a: 1\r\nb:\r\n  c: 1\r\n'}                                          | ${'lines end as the others do'}
  ${'a: 0644 # x\n'}                              | ${{ field: 'a', quoted: true }}    | ${'a: "0644" # x\n'}                                                   | ${'the comment stays'}
  ${'a: "x"\n'}                                   | ${set('a', 'v1')}                  | ${'a: "v1"\n'}                                                         | ${'quotes stay'}
  ${'a:\n  b: 1\n  c: 2\n'}                       | ${{ field: 'a.b', removed: true }} | ${'a:\n  c: 2\n'}                                                      | ${'with its line'}
  ${'a: {b: 1, c: 2}\n'}                          | ${{ field: 'a.c', removed: true }} | ${'a: {b: 1}\n'}                                                       | ${'with its comma'}
  ${'items:\n- a: 1\n- a: 2\n'}                   | ${set('items[0].b', 1)}            | ${'items:\n- a: 1\n  b: 1\n- a: 2\n'}                                  | ${'an item of a List'}
  ${'m: { a.b/c: 1 }\n'}                          | ${set('m[d.e/f]', 'x')}            | ${'m: { a.b/c: 1, d.e/f: x }\n'}                                       | ${'a name may have dots'}
`('$change.field in $text: $because', ({ text, change, after }) => {
  expect(changeYaml(text, 0, change)).toBe(after);
});

test('changes the document that is meant, counted without empty ones', () => {
  expect(changeYaml('---\n---\na: 1\n---\n# c\na: 1\n...\n', 1, set('b', 2))).toBe(
    '---\n---\na: 1\n---\n# c\na: 1\nb: 2\n...\n',
  );
});

test.each`
  text                                      | change                               | reason
  ${'a: &x { b: 1 }\nc: *x\n'}              | ${set('a.d', 1)}                     | ${'it is shared: the anchor &x is around it'}
  ${'a: &x { b: 1 }\nc: *x\n'}              | ${set('c.d', 1)}                     | ${'it is shared: the alias *x stands for it'}
  ${'a: &x 1\nc: *x\n'}                     | ${set('a', 2)}                       | ${'it has an anchor'}
  ${'a: !!int 1\n'}                         | ${{ field: 'a', quoted: true }}      | ${'it has a tag'}
  ${'a: &d { b: { e: 1 } }\nc: { <<: *d }'} | ${set('c.b.f', 1)}                   | ${'more than this would change'}
  ${'a:\n  b: 1 # why\n  c: 2\n'}           | ${{ field: 'a.b', removed: true }}   | ${'more than this would change'}
  ${'- b: 1\n  c: 2\n'}                     | ${{ field: '[0].b', removed: true }} | ${'its line begins with something else'}
  ${'a:\n  b: 1\n'}                         | ${{ field: 'a.b', removed: true }}   | ${'nothing would be left around it'}
  ${'a: |\n  x\n'}                          | ${set('a', 'y')}                     | ${'what is there goes over several lines'}
  ${'a: { b: 1, }\n'}                       | ${set('a.c', 1)}                     | ${'something stands behind the last entry'}
  ${'a:\nb: 1\n'}                           | ${set('a.c', 1)}                     | ${'what is around it is empty'}
  ${'a: 1\n'}                               | ${set('a.c', 1)}                     | ${'what is around it is no object'}
  ${'a: 1\n'}                               | ${{ field: 'b', removed: true }}     | ${'it is not there'}
  ${'a: [1]\n'}                             | ${set('a[3].b', 1)}                  | ${'what is around it is empty'}
`('refuses $change.field in $text: $reason', ({ text, change, reason }) => {
  expect(() => changeYaml(text, 0, change)).toThrow(new UnsafeChange(reason));
});

/** Manifests as people write them, some lines with a comment. */
const manifests = fc
  .tuple(
    fc.constantFrom(...CATALOGUE.flatMap(({ examples }) => [examples.bad, examples.good])),
    fc.array(fc.nat(40), { maxLength: 4 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([yaml, lines, eol]) =>
    yaml
      .trim()
      .split('\n')
      .map((line, index) => (lines.includes(index) && !/[|>]-?$/.test(line) ? `${line} # note ${index}` : line))
      .concat('')
      .join(eol),
  );

/** Every field of the first document that holds a scalar, or a map that takes another. */
function fieldsOf(text: string): string[] {
  const found: string[] = [];
  const [document] = parseAllDocuments(text);
  if (!document || !('contents' in document)) return [];
  visit(document.contents as never, {
    Pair: (_, pair, path) => {
      const steps = [...path, pair].map((node) => (isMap(node) ? '' : node));
      const names = steps.flatMap((node, index) => {
        if (typeof node === 'object' && node !== null && 'key' in node && isScalar(node.key))
          return `[${node.key.value}]`;
        const next = steps[index + 1];
        const items = Reflect.get(Object(node), 'items');
        const at = Array.isArray(items) ? items.indexOf([...path, pair][index + 1]) : -1;
        return at >= 0 && next !== undefined ? `[${at}]` : [];
      });
      found.push(names.join(''));
    },
  });
  return found;
}

test('a change never touches another line, value or comment, and a second time changes nothing', () => {
  let made = 0;
  fc.assert(
    fc.property(manifests, fc.nat(1000), fc.constantFrom('set', 'add', 'quote', 'remove'), (text, pick, what) => {
      const fields = fieldsOf(text);
      const field = fields[pick % Math.max(1, fields.length)] ?? 'kind';
      const changes: Record<string, FieldChange> = {
        set: { field, value: 'changed' },
        add: { field: `${field}.added.here`, value: true },
        quote: { field, quoted: true },
        remove: { field, removed: true },
      };
      const change = changes[what] as FieldChange;
      let after: string;
      try {
        after = changeYaml(text, 0, change);
      } catch (error) {
        expect(error).toBeInstanceOf(UnsafeChange);
        return;
      }
      made++;
      const [before, now] = [text.split('\n'), after.split('\n')];
      const [gone, come] = [before.filter((line) => !now.includes(line)), now.filter((line) => !before.includes(line))];
      // an entry that is taken out may have been of many lines; no other is written anew
      expect((what === 'remove' ? come : gone).length).toBeLessThanOrEqual(1);
      expect(comments(after)).toEqual(comments(text));
      const others = (yaml: string) => parseAllDocuments(yaml).slice(1).map(String);
      expect(others(after)).toEqual(others(text));
      if (what === 'set' || what === 'add') expect(changeYaml(after, 0, change)).toBe(after);
    }),
    { numRuns: 400 },
  );
  expect(made).toBeGreaterThan(100);
});

function comments(text: string): readonly string[] {
  return text.match(/# note \d+/g) ?? [];
}
