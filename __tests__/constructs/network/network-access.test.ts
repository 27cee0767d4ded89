import { NetworkAccess, type NetworkAccessProps } from '../../../lib/constructs/network/network-access';
import { objectOf, objectsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { workload } from '../../support/samples';

function policyOf(props: Omit<NetworkAccessProps, 'workload'>) {
  const chart = testChart();
  new NetworkAccess(chart, 'Access', { workload, ...props });
  return objectOf(chart, 'NetworkPolicy');
}

test('fromNamespaces: Pods there may connect to the port of the workload, and nothing is said of what it may reach', () => {
  const { metadata, spec } = policyOf({ fromNamespaces: ['edge-system', 'shop'] });
  expect(metadata).toMatchObject({ name: 'orders-blue-access', namespace: 'shop' });
  expect(spec).toEqual({
    podSelector: { matchLabels: workload.selector },
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge-system' } } },
          { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } },
        ],
        ports: [{ port: 'api', protocol: 'TCP' }],
      },
    ],
  });
});

test('to: the workload may reach each address at its port alone, and nothing is said of who may reach it', () => {
  const to = [
    { cidr: '10.9.0.0/16', port: 3306 },
    { cidr: '192.0.2.7/32', port: 443 },
  ];
  expect(policyOf({ to }).spec).toEqual({
    podSelector: { matchLabels: workload.selector },
    policyTypes: ['Egress'],
    egress: [
      { to: [{ ipBlock: { cidr: '10.9.0.0/16' } }], ports: [{ port: 3306, protocol: 'TCP' }] },
      { to: [{ ipBlock: { cidr: '192.0.2.7/32' } }], ports: [{ port: 443, protocol: 'TCP' }] },
    ],
  });
});

test('fromCidrs: a load balancer outside the cluster may connect, beside Pods of namespaces', () => {
  const { spec } = policyOf({ fromNamespaces: ['edge-system'], fromCidrs: ['192.0.2.0/26'] });
  expect(spec.policyTypes).toEqual(['Ingress']);
  expect(spec.ingress[0].from).toEqual([
    { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge-system' } } },
    { ipBlock: { cidr: '192.0.2.0/26' } },
  ]);
});

test('fails when fromCidrs is no block', () => {
  expect(refusalOf(() => policyOf({ fromCidrs: ['192.0.2.1/26'] }))).toBe(
    'InvalidCidr [test/Access] fromCidrs: invalid value "192.0.2.1/26": must have no bit set beyond its prefix',
  );
});

test('both: each direction is governed by its own rules', () => {
  const { spec } = policyOf({ fromNamespaces: ['edge-system'], to: [{ cidr: 'fd00::/8', port: 53 }] });
  expect(spec.policyTypes).toEqual(['Ingress', 'Egress']);
  expect([spec.ingress.length, spec.egress.length]).toEqual([1, 1]);
});

test.each([{}, { fromNamespaces: [], to: [] }])('fails when nothing is allowed: %j', (props) => {
  expect(refusalOf(() => policyOf(props))).toBe(
    'NothingAllowed [test/Access] fromNamespaces: invalid value []: must allow something, or "to" must',
  );
});

test.each(['0.0.0.0/0', '10.0.0.0/8', '192.0.2.7/32', '::/0', 'fd00:1::/64', '2001:DB8::1/128'])(
  'takes the block %s',
  (cidr) => {
    expect(policyOf({ to: [{ cidr, port: 443 }] }).spec.egress[0].to[0].ipBlock.cidr).toBe(cidr);
  },
);

test.each(['10.0.0.0', '10.0.0/8', 'db.example.com', '10.0.0.0/8/8', '10.0.0.0/', ' 10.0.0.0/8', ''])(
  'fails when "to" has %s, which is no block',
  (cidr) => {
    expect(refusalOf(() => policyOf({ to: [{ cidr, port: 443 }] }))).toBe(
      `InvalidCidr [test/Access] to: invalid value "${cidr}": must be a CIDR block`,
    );
  },
);

// Kubernetes: "ipBlock.cidr: Invalid value: must be a valid CIDR value"; 1.36 also "must not have bits set beyond the prefix length"
test.each(['10.0.0.0/33', '999.0.0.0/8', '::/129', ':::/8', 'fd00/8', '10.0.0.1/8'])(
  'fails when "to" has %s, which only looks like a block',
  (cidr) => {
    expect(refusalOf(() => policyOf({ to: [{ cidr, port: 443 }] }))).toMatch(
      /^InvalidCidr \[test\/Access\] to: invalid value /,
    );
  },
);

// Kubernetes: "ports[0].port: Invalid value: must be between 1 and 65535, inclusive"
test.each([0, 65536, 80.5])('fails when "to" has the port %p', (port) => {
  expect(refusalOf(() => policyOf({ to: [{ cidr: '10.0.0.0/8', port }] }))).toMatch(/^\w+ \[test\/Access\] to/);
});

test('a workload can be given a second access: policies add up', () => {
  const chart = testChart();
  new NetworkAccess(chart, 'Access', { workload, fromNamespaces: ['edge-system'] });
  new NetworkAccess(chart, 'Database', { workload, to: [{ cidr: '10.9.0.0/16', port: 3306 }] });
  const names = objectsOf(chart, 'NetworkPolicy').map(({ metadata }) => metadata.name);
  expect(new Set(names).size).toBe(2);
});
