import fc from 'fast-check';
import {
  type PercentOrCount,
  percentOrCountProblem,
  resolvePercentOrCount,
} from '../../lib/kubernetes/percent-or-count';

test.each([0, 1, 300, '0%', '1%', '25%', '100%', '007%'])('%p is a count or a share', (value) => {
  expect(percentOrCountProblem(value)).toBeUndefined();
});

test.each`
  value         | problem
  ${-1}         | ${'must be a whole number, 0 or more'}
  ${1.5}        | ${'must be a whole number, 0 or more'}
  ${Number.NaN} | ${'must be a whole number, 0 or more'}
  ${Infinity}   | ${'must be a whole number, 0 or more'}
  ${'5'}        | ${'must be a whole number or a whole percentage such as "25%"'}
  ${'1.5%'}     | ${'must be a whole number or a whole percentage such as "25%"'}
  ${'-5%'}      | ${'must be a whole number or a whole percentage such as "25%"'}
  ${' 5%'}      | ${'must be a whole number or a whole percentage such as "25%"'}
  ${'5 %'}      | ${'must be a whole number or a whole percentage such as "25%"'}
  ${'%'}        | ${'must be a whole number or a whole percentage such as "25%"'}
  ${''}         | ${'must be a whole number or a whole percentage such as "25%"'}
  ${true}       | ${'must be a whole number or a whole percentage such as "25%"'}
  ${undefined}  | ${'must be a whole number or a whole percentage such as "25%"'}
  ${'101%'}     | ${'must be at most 100%'}
`('$value is neither: it $problem', ({ value, problem }) => {
  expect(percentOrCountProblem(value)).toBe(problem);
});

// the API server reads it into 32 bits: "cannot unmarshal number 3000000000 into ... RollingUpdateDeployment"
test('a count that does not fit the 32 bits of IntOrString is refused', () => {
  expect(percentOrCountProblem(2 ** 31 - 1)).toBeUndefined();
  expect(percentOrCountProblem(2 ** 31)).toBeDefined();
});

// with the cases of kubernetes@1.36 apimachinery/pkg/util/intstr/intstr_test.go TestGetScaledValueFromIntOrPercent
test.each`
  value     | total  | up     | down   | because
  ${123}    | ${0}   | ${123} | ${123} | ${'a count is itself, whatever the total'}
  ${5}      | ${3}   | ${5}   | ${5}   | ${'a count is not cut at the total'}
  ${'90%'}  | ${100} | ${90}  | ${90}  | ${'a share that comes out whole is the same either way'}
  ${'90%'}  | ${95}  | ${86}  | ${85}  | ${'85.5'}
  ${'0%'}   | ${5}   | ${0}   | ${0}   | ${'nothing of five'}
  ${'25%'}  | ${0}   | ${0}   | ${0}   | ${'a share of nothing'}
  ${'1%'}   | ${1}   | ${1}   | ${0}   | ${'the least share is one Pod or none'}
  ${'29%'}  | ${100} | ${29}  | ${29}  | ${'0.29 * 100 is 28.999999999999996'}
  ${'7%'}   | ${100} | ${7}   | ${7}   | ${'0.07 * 100 is 7.000000000000001'}
  ${'100%'} | ${7}   | ${7}   | ${7}   | ${'all of them'}
`('$value of $total is $up rounded up and $down rounded down: $because', ({ value, total, up, down }) => {
  expect(resolvePercentOrCount(value, total, 'up')).toBe(up);
  expect(resolvePercentOrCount(value, total, 'down')).toBe(down);
});

const percent = fc.integer({ min: 0, max: 100 });
const total = fc.integer({ min: 0, max: 1_000_000 });

test('a share is the exact share, rounded as it was asked for', () => {
  fc.assert(
    fc.property(percent, total, (share, of) => {
      const hundredths = BigInt(share) * BigInt(of);
      expect(BigInt(resolvePercentOrCount(`${share}%`, of, 'down'))).toBe(hundredths / 100n);
      expect(BigInt(resolvePercentOrCount(`${share}%`, of, 'up'))).toBe((hundredths + 99n) / 100n);
    }),
  );
});

test('rounding up and down differ by one Pod at most, and stay within nothing and all', () => {
  fc.assert(
    fc.property(percent, total, (share, of) => {
      const up = resolvePercentOrCount(`${share}%`, of, 'up');
      const down = resolvePercentOrCount(`${share}%`, of, 'down');
      expect(up - down).toBe((share * of) % 100 === 0 ? 0 : 1);
      expect(down).toBeGreaterThanOrEqual(0);
      expect(up).toBeLessThanOrEqual(of);
    }),
  );
});

test('an update that has Pods to replace always has one to add or one to take away', () => {
  const bound = fc.oneof(
    fc.integer({ min: 0, max: 50 }),
    percent.map((share): PercentOrCount => `${share}%`),
  );
  const isZero = (value: PercentOrCount) => value === 0 || value === '0%';
  fc.assert(
    fc.property(bound, bound, fc.integer({ min: 1, max: 1000 }), (maxSurge, maxUnavailable, replicas) => {
      fc.pre(!isZero(maxSurge) || !isZero(maxUnavailable)); // both at 0 is what Kubernetes refuses
      const surge = resolvePercentOrCount(maxSurge, replicas, 'up');
      const rounded = resolvePercentOrCount(maxUnavailable, replicas, 'down');
      const unavailable = surge === 0 && rounded === 0 ? 1 : rounded; // Kubernetes' ResolveFenceposts
      expect(surge + unavailable).toBeGreaterThan(0);
      expect(surge > 0).toBe(!isZero(maxSurge));
    }),
  );
});
