import fc from 'fast-check';
import { ipAddressBits, ipAddressFamily, ipAddressProblem } from '../../lib/kubernetes/ip-address';

test.each([
  ['10.96.0.7', 'IPv4', 32],
  ['255.255.255.255', 'IPv4', 32],
  ['::', 'IPv6', 128],
  ['fd00::7', 'IPv6', 128],
  ['2001:db8:0:1::', 'IPv6', 128],
  ['1:0:2:3:4:5:6:7', 'IPv6', 128],
])('%s is an address of %s', (text, family, bits) => {
  expect(ipAddressProblem(text)).toBeUndefined();
  expect([ipAddressFamily(text), ipAddressBits(text)?.length]).toEqual([family, bits]);
});

test.each(['', '10.0.0', '10.0.0.256', '10.0.0.07', '10.0.0.0/8', '10.0.0.x', 'None', 'db.example.com', ' 10.0.0.7'])(
  '"%s" is none',
  (text) => {
    expect(ipAddressProblem(text)).toBe('must be an IP address');
  },
);

// the API server of 1.36 refuses them in an EndpointSlice: "must be in canonical form", "must not be an IPv4-mapped IPv6 address"
test.each`
  text                    | rule
  ${'FD00::7'}            | ${'must be in its canonical form (fd00::7)'}
  ${'fd00:0::7'}          | ${'must be in its canonical form (fd00::7)'}
  ${'fd00:0:0:1:0:0:0:7'} | ${'must be in its canonical form (fd00:0:0:1::7)'}
  ${'2001:0db8::1'}       | ${'must be in its canonical form (2001:db8::1)'}
  ${'::ffff:10.0.0.1'}    | ${'must be an IP address, without a dotted part'}
  ${'64:ff9b::1.2.3.4'}   | ${'must be an IP address, without a dotted part'}
  ${'1:2:3'}              | ${'must be an IP address, without a dotted part'}
  ${'1::2::3'}            | ${'must be an IP address, without a dotted part'}
`('$text: $rule', ({ text, rule }) => {
  expect(ipAddressProblem(text)).toBe(rule);
});

test('the canonical form is the one that URLs have, which is of the same RFC', () => {
  const group = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 0xffff }));
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      const full = groups.map((number) => number.toString(16).padStart(4, '0')).join(':');
      const canonical = new URL(`http://[${full}]`).hostname.slice(1, -1);
      expect(ipAddressProblem(canonical)).toBeUndefined();
      expect(ipAddressBits(canonical)).toBe(ipAddressBits(full));
      expect(ipAddressProblem(full)).toBe(
        canonical === full ? undefined : `must be in its canonical form (${canonical})`,
      );
    }),
    { numRuns: 1000 },
  );
});
