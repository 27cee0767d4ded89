import { Duration } from 'cdk8s';
import { goDuration } from '../../lib/kubernetes/go-duration';

// as time.Duration.String() of Go prints them
test.each`
  time                      | written
  ${Duration.seconds(1)}    | ${'1s'}
  ${Duration.seconds(59)}   | ${'59s'}
  ${Duration.minutes(1)}    | ${'1m0s'}
  ${Duration.seconds(90)}   | ${'1m30s'}
  ${Duration.hours(1)}      | ${'1h0m0s'}
  ${Duration.seconds(3661)} | ${'1h1m1s'}
  ${Duration.days(2)}       | ${'48h0m0s'}
`('Go writes $written', ({ time, written }) => {
  expect(goDuration(time)).toBe(written);
});
