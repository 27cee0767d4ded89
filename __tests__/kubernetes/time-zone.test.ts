import { timeZoneProblem } from '../../lib/kubernetes/time-zone';

test.each([
  'Etc/UTC',
  'UTC',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Calcutta',
  'Asia/Shanghai',
  'America/Argentina/Buenos_Aires',
  'America/Port-au-Prince',
  'Etc/GMT+5',
  'EST5EDT',
  'GB-Eire',
])('%s is one', (name) => {
  expect(timeZoneProblem(name)).toBeUndefined();
});

test.each`
  name               | mend                       | because
  ${'europe/berlin'} | ${'write "Europe/Berlin"'} | ${'Kubernetes looks for a file'}
  ${'EUROPE/BERLIN'} | ${'write "Europe/Berlin"'} | ${'Kubernetes looks for a file'}
  ${'ASIA/KOLKATA'}  | ${'write "Asia/'}          | ${'an older name of the same'}
  ${'asia/kolkata'}  | ${'write "Asia/'}          | ${'an older name of the same'}
  ${'Europe/Berlyn'} | ${'write "Europe/Berlin"'} | ${'a letter is wrong'}
  ${'Local'}         | ${'name one such as'}      | ${'Kubernetes wants to be told'}
  ${''}              | ${'name one such as'}      | ${'there is none'}
  ${'+01:00'}        | ${'name one such as'}      | ${'an offset is none'}
  ${'Mars/Olympus'}  | ${'name one such as'}      | ${'nobody knows it'}
`('"$name" is none: $because', ({ name, mend }) => {
  expect(timeZoneProblem(name)).toEqual({
    rule: 'must be a time zone of the IANA database',
    mend: expect.stringContaining(mend),
  });
});
