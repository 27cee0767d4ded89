import { readReleases } from '../../lib/environments/read-releases';

const context = {
  file: 'some/releases.json',
  environments: [{ name: 'dev', requireDigest: false }],
  services: ['hello'],
};
const read = (text: string) => () => readReleases(text, context);

test.each`
  mistake                        | text
  ${'a bracket that never ends'} | ${'{\n  "dev": {}'}
  ${'one bracket too many'}      | ${'{ "dev": {} } }'}
  ${'a missing comma'}           | ${'{ "dev": {} "qa": {} }'}
  ${'a missing colon'}           | ${'{ "dev" {} }'}
  ${'a word without quotes'}     | ${'{ dev: {} }'}
  ${'a block comment'}           | ${'{ "dev": {} /* all of them */ }'}
  ${'two documents'}             | ${'{ "dev": {} }\n---\n{ "dev": {} }'}
`('$mistake is no JSON', ({ text }) => {
  expect(read(text)).toThrow(/^some\/releases\.json.+mend the JSON there$/m);
});

test('a key given twice is refused, and not the first of them dropped as JSON.parse does', () => {
  expect(read('{ "dev": { "hello": { "tag": "v1", "tag": "v2" } } }')).toThrow(/^some\/releases\.json/);
});

test('a key given twice is named, and its second place', () => {
  const text = '{\n  "dev": {},\n  "dev": {}\n}';
  expect(read(text)).toThrow(/^some\/releases\.json:3:3: dev: .+; .+/);
});

test.each`
  mistake              | text                               | place
  ${'a missing comma'} | ${'{\n  "dev": {}\n  "qa": {}\n}'} | ${'3:3'}
  ${'a missing colon'} | ${'{\n  "dev" {}\n}'}              | ${'2:9'}
`('$mistake is said with its place, in the form of every other mistake', ({ text, place }) => {
  expect(read(text)).toThrow(new RegExp(`^some/releases\\.json:${place}: [^:]+; mend the JSON there$`, 'm'));
});

test.each`
  form                  | text
  ${'a trailing comma'} | ${'{ "dev": {}, }'}
  ${'single quotes'}    | ${"{ 'dev': {} }"}
  ${'a line comment'}   | ${'# all of them\n{ "dev": {} }'}
  ${'block style'}      | ${'"dev": {}\n'}
  ${'an anchor'}        | ${'{ "dev": &all {} }'}
`('$form is YAML, not JSON, and refused', ({ text }) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  expect(read(text)).toThrow(/^some\/releases\.json/);
});

test.each`
  what        | text       | value
  ${'empty'}  | ${''}      | ${'null'}
  ${'null'}   | ${'null'}  | ${'null'}
  ${'a list'} | ${'[]'}    | ${'\\[\\]'}
  ${'a text'} | ${'"dev"'} | ${'"dev"'}
`('a file that is $what is told to be an object', ({ text }) => {
  expect(read(text)).toThrow(/^some\/releases\.json(:1:1)?: [^: ].*must be a JSON object; /);
});

test.each`
  what                      | text
  ${'tabs'}                 | ${'{\n\t"dev": {}\n}'}
  ${'line ends of Windows'} | ${'{\r\n  "dev": {}\r\n}\r\n'}
  ${'escaped letters'}      | ${'{ "\\u0064ev": {} }'}
`('$what are read as JSON has them', ({ text }) => {
  expect(read(text)()).toEqual({ dev: {} });
});

test('line ends of Windows do not move the place of a mistake', () => {
  const text = '{\r\n  "dev": {\r\n    "hello": { "tag": "latest" }\r\n  }\r\n}';
  expect(read(text)).toThrow(/^some\/releases\.json:3:23: dev\.hello\.tag: invalid value "latest"/);
});
