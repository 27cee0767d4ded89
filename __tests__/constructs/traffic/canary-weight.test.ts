import { canaryWeight } from '../../../lib/constructs/traffic/canary-weight';
import { percentProblem } from '../../../lib/constructs/traffic/percent-problem';

test.each`
  percent      | weight    | total
  ${undefined} | ${0}      | ${100}
  ${'stepped'} | ${0}      | ${100}
  ${0}         | ${0}      | ${100}
  ${10}        | ${10}     | ${100}
  ${100}       | ${100}    | ${100}
  ${0.5}       | ${5}      | ${1000}
  ${0.07}      | ${7}      | ${10_000}
  ${33.3333}   | ${333333} | ${1_000_000}
  ${0.0001}    | ${1}      | ${1_000_000}
  ${99.9999}   | ${999999} | ${1_000_000}
`('$percent % is $weight of $total', ({ percent, weight, total }) => {
  expect(canaryWeight(percent)).toEqual({ weight, total });
});

test.each([0, 0.0001, 1, 33.3333, 99.9999, 100])('%p is a percentage', (percent) => {
  expect(percentProblem(percent)).toBeUndefined();
});

test.each([-0.0001, -1, 100.0001, 101, 0.00005, 1 / 3, Number.NaN, Number.POSITIVE_INFINITY])(
  '%p is none',
  (percent) => {
    expect(percentProblem(percent)).toBe('must be from 0 to 100, with at most 4 decimals');
  },
);
