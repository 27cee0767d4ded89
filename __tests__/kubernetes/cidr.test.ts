import { isPartOfCidr } from '../../lib/kubernetes/cidr';

test.each`
  part                | whole              | is       | because
  ${'10.0.1.0/24'}    | ${'10.0.0.0/16'}   | ${true}  | ${'it lies in it'}
  ${'10.0.0.0/17'}    | ${'10.0.0.0/16'}   | ${true}  | ${'it is half of it'}
  ${'169.254.0.0/16'} | ${'0.0.0.0/0'}     | ${true}  | ${'everything lies in it'}
  ${'fd00:1::/64'}    | ${'fd00:1::/48'}   | ${true}  | ${'IPv6 is no different'}
  ${'FD00:1::/64'}    | ${'fd00:1:0::/48'} | ${true}  | ${'an address is written in several ways'}
  ${'10.0.0.0/16'}    | ${'10.0.0.0/16'}   | ${false} | ${'it is all of it'}
  ${'10.0.0.0/8'}     | ${'10.0.0.0/16'}   | ${false} | ${'it is more than it'}
  ${'10.1.0.0/24'}    | ${'10.0.0.0/16'}   | ${false} | ${'it lies beside it'}
  ${'::/64'}          | ${'0.0.0.0/0'}     | ${false} | ${'no IPv6 lies in IPv4'}
`('$part in $whole: $is, $because', ({ part, whole, is }) => {
  expect(isPartOfCidr(part, whole)).toBe(is);
});
