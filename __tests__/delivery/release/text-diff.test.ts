import fc from 'fast-check';
import { textDiff } from '../../../lib/delivery/release/text-diff';

const told = (before: string, after: string) =>
  textDiff(before, after).map(({ sign, number, text }) => `${number}${sign}${text}`);

test.each`
  before       | after           | lines                    | because
  ${'a\nb\nc'} | ${'a\nb\nc'}    | ${[]}                    | ${'nothing changed'}
  ${'a\nb\nc'} | ${'a\nx\nc'}    | ${['2-b', '2+x']}        | ${'a line is another'}
  ${'a\nc'}    | ${'a\nb\nc'}    | ${['2+b']}               | ${'a line came'}
  ${'a\nb\nc'} | ${'a\nc'}       | ${['2-b']}               | ${'a line went'}
  ${'a\nb\nc'} | ${'x\nb\nc\ny'} | ${['1-a', '1+x', '4+y']} | ${'what is shared between two changes is no change'}
`('$lines: $because', ({ before, after, lines }) => {
  expect(told(before, after)).toEqual(lines);
});

test('the lines of a diff, taken out and put in, make the one text of the other', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '')).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = textDiff(before, after);
      const taken = new Set(changes.flatMap(({ sign, number }) => (sign === '-' ? [number] : [])));
      const lines = before.split('\n').filter((_, index) => !taken.has(index + 1));
      for (const { sign, number, text: line } of changes) if (sign === '+') lines.splice(number - 1, 0, line);
      expect(lines.join('\n')).toBe(after);
    }),
  );
});
