import fc from 'fast-check';
import type { Scalar } from '../../../lib/kubernetes/schema/field-type';
import { scalarFault } from '../../../lib/kubernetes/schema/scalar-fault';

const admits = (type: Scalar, value: unknown) => scalarFault(type, value) === undefined;

// each of these was sent to kube-apiserver 1.30.14 and 1.36.3
test.each`
  value       | because
  ${'100m'}   | ${'a suffix of ten'}
  ${'1.5Gi'}  | ${'a suffix of two and a fraction'}
  ${'1e3'}    | ${'an exponent'}
  ${'1E-1'}   | ${'a negative exponent'}
  ${'2E'}     | ${'E alone is exa'}
  ${'-1'}     | ${'a sign'}
  ${' 100m '} | ${'blanks around it are dropped'}
  ${'m'}      | ${'digits may be left out: 0'}
  ${'.'}      | ${'all may be left out but one sign: 0'}
  ${4}        | ${'a number'}
  ${0.5}      | ${'a fraction'}
  ${1e21}     | ${'a number that JSON writes with an exponent'}
`('quantity $value is good: $because', ({ value }) => {
  expect(scalarFault('quantity', value)).toBeUndefined();
});

test.each(['', ' ', 'e', '128mi', '128 Mi', '128MB', '128K', '1.5.0', '1Mi5', '0x10', 'NaN', true, {}, [], Number.NaN])(
  'quantity %p is bad',
  (value) => {
    expect(scalarFault('quantity', value)).toBe('must be a quantity');
  },
);

test('a quantity is good however its parts are put together', () => {
  const digits = fc.nat().map(String);
  const suffix = fc.constantFrom('', ...'numkMGTPE', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'e3', 'E+3', 'e-3');
  fc.assert(
    fc.property(
      fc.constantFrom('', '+', '-'),
      digits,
      fc.option(digits, { nil: '' }),
      suffix,
      (sign, whole, part, end) => admits('quantity', `${sign}${whole}${part && `.${part}`}${end}`),
    ),
  );
});

test.each`
  type            | value                             | good     | because
  ${'date-time'}  | ${'2026-01-31T12:00:00Z'}         | ${true}  | ${'as Kubernetes writes it'}
  ${'date-time'}  | ${'2026-01-31T12:00:00.5+02:00'}  | ${true}  | ${'a fraction and an offset'}
  ${'date-time'}  | ${'2024-02-29T00:00:00Z'}         | ${true}  | ${'a leap year'}
  ${'date-time'}  | ${'2023-02-29T00:00:00Z'}         | ${false} | ${'no leap year'}
  ${'date-time'}  | ${'2026-01-31T12:00:60Z'}         | ${false} | ${'no leap second'}
  ${'date-time'}  | ${'2026-01-31t12:00:00z'}         | ${false} | ${'lower case'}
  ${'date-time'}  | ${'2026-01-31T12:00:00'}          | ${false} | ${'no offset'}
  ${'date-time'}  | ${'2026-01-31'}                   | ${false} | ${'a day'}
  ${'date-time'}  | ${''}                             | ${false} | ${'empty'}
  ${'date-time'}  | ${1769860800}                     | ${false} | ${'a number'}
  ${'micro-time'} | ${'2026-01-31T12:00:00.123456Z'}  | ${true}  | ${'six digits'}
  ${'micro-time'} | ${'2026-01-31T12:00:00Z'}         | ${false} | ${'none'}
  ${'micro-time'} | ${'2026-01-31T12:00:00.1234567Z'} | ${false} | ${'seven'}
  ${'byte'}       | ${'YQ=='}                         | ${true}  | ${'padded'}
  ${'byte'}       | ${'YWJj\nZGVm\n'}                 | ${true}  | ${'line breaks'}
  ${'byte'}       | ${''}                             | ${true}  | ${'no bytes'}
  ${'byte'}       | ${[97, 98]}                       | ${true}  | ${'Go reads numbers as bytes'}
  ${'byte'}       | ${'YQ'}                           | ${false} | ${'not padded'}
  ${'byte'}       | ${'Y Q=='}                        | ${false} | ${'a blank'}
  ${'byte'}       | ${'YQ-_'}                         | ${false} | ${'the alphabet of URLs'}
  ${'int32'}      | ${2147483647}                     | ${true}  | ${'the most'}
  ${'int32'}      | ${2147483648}                     | ${false} | ${'one more'}
  ${'int32'}      | ${-2147483649}                    | ${false} | ${'less than the least'}
  ${'int64'}      | ${2147483648}                     | ${true}  | ${'64 bits hold it'}
  ${'int64'}      | ${2 ** 63}                        | ${false} | ${'64 bits do not hold it'}
  ${'int64'}      | ${1.5}                            | ${false} | ${'a fraction'}
  ${'number'}     | ${1.5}                            | ${true}  | ${'a fraction'}
  ${'number'}     | ${'1.5'}                          | ${false} | ${'a string'}
  ${'string'}     | ${'yes'}                          | ${true}  | ${'a word'}
  ${'string'}     | ${true}                           | ${false} | ${'what YAML 1.1 makes of yes'}
  ${'boolean'}    | ${'true'}                         | ${false} | ${'a string'}
  ${'any'}        | ${[{ a: 1 }]}                     | ${true}  | ${'anything goes'}
`('$type $value: $because', ({ type, value, good }) => {
  expect(admits(type, value)).toBe(good);
});
