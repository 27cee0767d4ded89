import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { documentFault } from '../../../lib/kubernetes/yaml/document-fault';
import { placedDocuments } from '../../../lib/kubernetes/yaml/placed-documents';
import { plainDocuments } from '../../../lib/kubernetes/yaml/plain-documents';
import { CATALOGUE } from '../../../lib/policies/catalogue';

const DIST = join(__dirname, '../../../dist');

/** What the careful reader makes of a stream. */
function careful(text: string): unknown {
  const documents = placedDocuments(text, 'a.yaml');
  const fault = documents.map(documentFault).find((one) => one !== undefined);
  return fault ? fault.rule : documents.map(({ document }) => document.toJS());
}

/** Texts to begin with: as people write manifests, in all styles. */
const EXAMPLES = CATALOGUE.flatMap(({ examples }) => [examples.bad, examples.good]);

/** What a slip of the hand puts into a text, and whatever means something in YAML. */
const BITS =
  'a: b|- c|- |: |key:|# c| #|"|\'|{|}|[|]|,|&a |*a|!|!!str |<<: *a|? |%YAML 1.1|---|...|>-|>+|~|null|yes|Off|y|0644|0o17|0x1F|1_000|1e3|.5|.|.inf|.nan|22:30|2026-01-02|12345678901234567890|-0|+1|\\|\\n|\t|\r\n|  |    |{{ x }}|\u00a0|é|😀|@|`|='
    .split('|')
    .concat('|', '|2', '>', '\n', '\n  ', '\n- ');

const edit = fc.record({ at: fc.nat(10_000), drop: fc.constantFrom(0, 0, 1, 3), add: fc.constantFrom('', ...BITS) });
const mutated = fc
  .tuple(fc.constantFrom(...EXAMPLES), fc.array(edit, { minLength: 1, maxLength: 4 }))
  .map(([example, edits]) =>
    edits.reduce((text, { at, drop, add }) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + add + text.slice(place + drop);
    }, example),
  );
const assembled = fc.array(fc.constantFrom(...BITS), { maxLength: 14 }).map((bits) => bits.join(''));

test.each([
  ['manifests with slips', mutated, 0.3],
  ['pieces of YAML', assembled, 0.05],
] as const)('%s: what is read fast is what is read with care', (_, texts, share) => {
  let read = 0;
  let asked = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const plain = plainDocuments(text);
      asked++;
      if (plain === undefined) return;
      read++;
      expect(plain).toEqual(careful(text));
    }),
    { numRuns: 3_000 },
  );
  expect(read / asked).toBeGreaterThan(share);
});

test('what this project writes is read fast', () => {
  // 00-cluster.k8s.yaml has expressions, of characters that readers differ on
  for (const file of readdirSync(DIST).filter((name) => /^(?!00-).*\.yaml$/.test(name))) {
    const text = readFileSync(join(DIST, file), 'utf8');
    expect(plainDocuments(text)).toEqual(careful(text));
  }
});

test.each`
  text                        | because
  ${'a: &b c\nd: *b\n'}       | ${'an anchor'}
  ${'a: !!str 1\n'}           | ${'a tag'}
  ${'a: 1\na: 2\n'}           | ${'a key twice'}
  ${'a: [1,\n2]\n'}           | ${'flow style over lines'}
  ${'? a\n: b\n'}             | ${'a key of its own line'}
  ${'~: a\n'}                 | ${'a key that is nothing'}
  ${'a:\n  - \n- b\n'}        | ${'an item that is nothing'}
  ${'a: "b\nc"\n'}            | ${'text that goes on in the next line'}
  ${'a: {}# c\n'}             | ${'a comment too near'}
  ${'a: b: c\n'}              | ${'no YAML'}
  ${'a: {{ .Values.a }}\n'}   | ${'a template'}
  ${`a:\n\u00a0\u00a0b: c\n`} | ${'spaces that are none'}
`('$text is left to the careful reader: $because', ({ text }) => {
  expect(plainDocuments(text)).toBeUndefined();
});
