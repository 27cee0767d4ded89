import { base64OfConfigData, configDataBytes, configDataKeyProblem } from '../../lib/kubernetes/config-data';

test.each(['a', '.env', 'A_b-c.d', 'a..b', 'a'.repeat(253)])('%s is a key', (key) => {
  expect(configDataKeyProblem(key)).toBeUndefined();
});

// Kubernetes: "a valid config key must consist of alphanumeric characters, '-', '_' or '.'", "must not start with '..'"
test.each(['', '.', '..', '..data', 'a b', 'a/b', 'ä', 'a\n', 'a'.repeat(254)])('"%s" is no key', (key) => {
  expect(configDataKeyProblem(key)).toMatch(/^must be at most 253 letters/);
});

test.each`
  content                         | base64
  ${'bob'}                        | ${'Ym9i'}
  ${'ä'}                          | ${'w6Q='}
  ${''}                           | ${''}
  ${new Uint8Array([0xff, 0xd8])} | ${'/9g='}
`('$content is $base64', ({ content, base64 }) => {
  expect(base64OfConfigData(content)).toBe(base64);
});

test.each`
  texts               | bytes | because
  ${{ a: 'xyz' }}     | ${11} | ${'{"a":"xyz"}'}
  ${{ a: 'ä' }}       | ${10} | ${'two bytes of UTF-8'}
  ${{ a: '\n' }}      | ${10} | ${'backslash and n'}
  ${{ a: '<>&' }}     | ${26} | ${'Go writes three escapes of six bytes'}
  ${{ a: '\u2028' }}  | ${14} | ${'Go escapes what JavaScript once took for a line end'}
  ${{ a: '', b: '' }} | ${15} | ${'keys count, too'}
`('$texts take $bytes bytes: $because', ({ texts, bytes }) => {
  expect(configDataBytes(texts)).toBe(bytes);
});
