import { endpointAddressProblem } from '../../lib/kubernetes/endpoint-address';

test.each(['10.1.0.7', '192.0.2.1', '169.253.255.255', '126.0.0.1', '2001:db8::7', 'fd00::1', '::2'])(
  '%s can answer',
  (address) => {
    expect(endpointAddressProblem(address)).toBeUndefined();
  },
);

// Kubernetes 1.36 on each: "may not be unspecified", "in the loopback range", "in the link-local range", "... multicast range"
test.each`
  address              | rule
  ${'0.0.0.0'}         | ${'must not be the unspecified address'}
  ${'::'}              | ${'must not be the unspecified address'}
  ${'127.0.0.1'}       | ${'must not be a loopback address'}
  ${'127.255.255.255'} | ${'must not be a loopback address'}
  ${'::1'}             | ${'must not be a loopback address'}
  ${'169.254.169.254'} | ${'must not be a link-local address'}
  ${'fe80::1'}         | ${'must not be a link-local address'}
  ${'febf::1'}         | ${'must not be a link-local address'}
  ${'224.0.0.5'}       | ${'must not be a multicast address'}
  ${'ff02::1'}         | ${'must not be a multicast address'}
  ${'239.1.1.1'}       | ${'must not be a multicast address'}
  ${'10.1.0.256'}      | ${'must be an IP address'}
`('$address $rule', ({ address, rule }) => {
  expect(endpointAddressProblem(address)).toBe(rule);
});
