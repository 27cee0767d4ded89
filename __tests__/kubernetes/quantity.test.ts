import { Size } from 'cdk8s';
import fc from 'fast-check';
import { Cpu } from '../../lib/kubernetes/k8s';
import {
  compareQuantities,
  cpuQuantity,
  parseQuantity,
  sizeQuantity,
  storageQuantityProblem,
} from '../../lib/kubernetes/quantity';

const BILLION = 10n ** 9n;

// forms of kubernetes@1.36 apimachinery/pkg/api/resource/quantity_test.go TestQuantityParse
test.each`
  text                  | billionths                     | because
  ${'0'}                | ${0n}                          | ${'nothing'}
  ${'1'}                | ${BILLION}                     | ${'a unit is a billion billionths'}
  ${'+1'}               | ${BILLION}                     | ${'a sign may stand before it'}
  ${'-1'}               | ${-BILLION}                    | ${'a sign may stand before it'}
  ${'0.5'}              | ${BILLION / 2n}                | ${'a fraction is exact'}
  ${'.5'}               | ${BILLION / 2n}                | ${'the whole part may be left out'}
  ${'5.'}               | ${5n * BILLION}                | ${'the fraction may be left out'}
  ${'007'}              | ${7n * BILLION}                | ${'leading zeros count for nothing'}
  ${'250m'}             | ${250_000_000n}                | ${'a thousandth of a CPU is m'}
  ${'1.5Gi'}            | ${3n * 2n ** 29n * BILLION}    | ${'a fraction of a power of two is exact'}
  ${'1E'}               | ${10n ** 27n}                  | ${'E alone is 10^18'}
  ${'1E3'}              | ${10n ** 12n}                  | ${'E and digits is an exponent'}
  ${'1e3'}              | ${10n ** 12n}                  | ${'as e and digits'}
  ${'1e-3'}             | ${1_000_000n}                  | ${'an exponent may be negative'}
  ${'1e+3'}             | ${10n ** 12n}                  | ${'or have a plus'}
  ${'1n'}               | ${1n}                          | ${'n is the least that is stored'}
  ${'0.1n'}             | ${1n}                          | ${'less than a billionth is rounded up to one'}
  ${'-0.1n'}            | ${-1n}                         | ${'and away from zero'}
  ${'1e-12'}            | ${1n}                          | ${'less than a billionth is rounded up to one'}
  ${'9007199254740993'} | ${9007199254740993n * BILLION} | ${'no digit is lost to floating point'}
`('$text: $because', ({ text, billionths }) => {
  expect(parseQuantity(text)).toBe(billionths);
});

test.each([
  '',
  ' 1',
  '1 ',
  '1\n',
  '.',
  '+',
  'm',
  '1K',
  '1mi',
  '1i',
  '.5i',
  '1.1.M',
  '1+1.0M',
  '0x10',
  '1e',
  '1e+',
  '1e3Ki',
  '1,5',
  'NaN',
])('"%s" is no quantity', (text) => {
  expect(parseQuantity(text)).toBeUndefined();
});

test.each`
  a        | b           | because
  ${'1'}   | ${'1000m'}  | ${'m is a thousandth'}
  ${'1m'}  | ${'1000u'}  | ${'u is a thousandth of that'}
  ${'1u'}  | ${'1000n'}  | ${'n is a thousandth of that'}
  ${'1k'}  | ${'1000'}   | ${'k is a thousand'}
  ${'1M'}  | ${'1000k'}  | ${'each suffix is a thousand of the one before'}
  ${'1G'}  | ${'1000M'}  | ${'each suffix is a thousand of the one before'}
  ${'1T'}  | ${'1000G'}  | ${'each suffix is a thousand of the one before'}
  ${'1P'}  | ${'1000T'}  | ${'each suffix is a thousand of the one before'}
  ${'1E'}  | ${'1000P'}  | ${'each suffix is a thousand of the one before'}
  ${'1Ki'} | ${'1024'}   | ${'Ki is 1024'}
  ${'1Mi'} | ${'1024Ki'} | ${'each suffix is 1024 of the one before'}
  ${'1Gi'} | ${'1024Mi'} | ${'each suffix is 1024 of the one before'}
  ${'1Ti'} | ${'1024Gi'} | ${'each suffix is 1024 of the one before'}
  ${'1Pi'} | ${'1024Ti'} | ${'each suffix is 1024 of the one before'}
  ${'1Ei'} | ${'1024Pi'} | ${'each suffix is 1024 of the one before'}
  ${'0.1'} | ${'100m'}   | ${'a fraction is exact'}
  ${'-1'}  | ${'-1000m'} | ${'below zero too'}
  ${'0Gi'} | ${'0'}      | ${'nothing is nothing'}
`('$a is as much as $b: $because', ({ a, b }) => {
  expect(compareQuantities(a, b)).toBe(0);
});

test.each`
  less        | more
  ${'999m'}   | ${'1'}
  ${'1G'}     | ${'1Gi'}
  ${'1000Mi'} | ${'1Gi'}
  ${'-2'}     | ${'1m'}
  ${'9'}      | ${'10'}
`('$less is less than $more', ({ less, more }) => {
  expect(compareQuantities(less, more)).toBeLessThan(0);
  expect(compareQuantities(more, less)).toBeGreaterThan(0);
});

test.each([
  ['much', '1'],
  ['1', 'much'],
])('comparing %s with %s says which of them is no quantity', (a, b) => {
  expect(() => compareQuantities(a, b)).toThrow(new RangeError('not a quantity: much'));
});

test.each`
  cpu                 | text
  ${Cpu.millis(50)}   | ${'50m'}
  ${Cpu.millis(1500)} | ${'1500m'}
  ${Cpu.units(2)}     | ${'2'}
  ${Cpu.units(0.5)}   | ${'0.5'}
`('CPU is written as $text', ({ cpu, text }) => {
  expect(cpuQuantity(cpu).value).toBe(text);
});

test.each`
  amount                | text
  ${Size.kibibytes(9)}  | ${'9Ki'}
  ${Size.mebibytes(64)} | ${'64Mi'}
  ${Size.gibibytes(2)}  | ${'2Gi'}
`('memory is written as $text', ({ amount, text }) => {
  expect(sizeQuantity(amount).value).toBe(text);
});

/** A decimal in digits, and the same number as a fraction: the reference to compare with. */
const decimal = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => {
    const padded = digits.toString().padStart(places + 1, '0');
    const text = places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
    return { text, digits, unit: 10n ** BigInt(places) };
  });

const suffix = fc.constantFrom<readonly [string, bigint, bigint]>(
  ['n', 1n, 10n ** 9n],
  ['u', 1n, 10n ** 6n],
  ['m', 1n, 10n ** 3n],
  ['', 1n, 1n],
  ['k', 10n ** 3n, 1n],
  ['G', 10n ** 9n, 1n],
  ['e5', 10n ** 5n, 1n],
  ['e-4', 1n, 10n ** 4n],
  ['Ki', 1024n, 1n],
  ['Ti', 1024n ** 4n, 1n],
);

const quantity = fc.tuple(decimal, suffix, fc.boolean()).map(([number, [ending, times, over], negative]) => ({
  text: `${negative ? '-' : ''}${number.text}${ending}`,
  numerator: (negative ? -1n : 1n) * number.digits * times,
  denominator: number.unit * over,
}));

test('a quantity is the exact number of billionths, rounded away from zero', () => {
  fc.assert(
    fc.property(quantity, ({ text, numerator, denominator }) => {
      const exact = numerator * BILLION;
      const away = exact < 0n ? 1n - denominator : denominator - 1n;
      expect(parseQuantity(text)).toBe((exact + away) / denominator);
    }),
    { numRuns: 1000 },
  );
});

test('quantities are ordered as the fractions that they are, to a billionth', () => {
  const sign = (value: bigint) => (value > 0n ? 1 : value < 0n ? -1 : 0);
  fc.assert(
    fc.property(quantity, quantity, (a, b) => {
      const difference = a.numerator * b.denominator - b.numerator * a.denominator;
      fc.pre(difference === 0n || difference ** 2n * BILLION ** 2n >= (a.denominator * b.denominator) ** 2n);
      expect(Math.sign(compareQuantities(a.text, b.text))).toBe(sign(difference));
      expect(Math.sign(compareQuantities(b.text, a.text))).toBe(-sign(difference) + 0);
    }),
    { numRuns: 1000 },
  );
});

test('storage is asked for in more than nothing, be it less than a byte', () => {
  expect(storageQuantityProblem(Size.kibibytes(0))).toBe('must be more than nothing');
  expect(storageQuantityProblem(Size.kibibytes(0.0001))).toBeUndefined();
  expect(storageQuantityProblem(Size.gibibytes(1.5))).toBeUndefined();
});
