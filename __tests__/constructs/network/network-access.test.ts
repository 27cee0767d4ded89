import { DefaultDeny } from '../../../lib/constructs/network/default-deny';
import { NetworkAccess, type NetworkAccessProps } from '../../../lib/constructs/network/network-access';
import { NetworkPeer } from '../../../lib/constructs/network/network-peer';
import { NetworkPort } from '../../../lib/constructs/network/network-port';
import { objectOf, objectsOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { workload } from '../../support/samples';

type Props = Omit<NetworkAccessProps, 'workload'>;

function policyOf(props: Props) {
  const chart = testChart();
  new NetworkAccess(chart, 'Access', { workload, ...props });
  return objectOf(chart, 'NetworkPolicy');
}

const named = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });
const edge = NetworkPeer.namespace('edge-system');
const database = NetworkPeer.cidr('10.9.0.0/16').on(NetworkPort.tcp(3306));

test('allowFrom: may connect to the port of the workload, and nothing is said of what it may reach', () => {
  const { metadata, spec } = policyOf({ allowFrom: [edge, NetworkPeer.namespace('shop')] });
  expect(metadata).toMatchObject({ name: 'orders-blue-access', namespace: 'shop' });
  expect(spec).toEqual({
    podSelector: { matchLabels: workload.selector },
    policyTypes: ['Ingress'],
    ingress: [{ from: [named('edge-system'), named('shop')], ports: [{ port: 'api', protocol: 'TCP' }] }],
  });
});

test('allowTo: the workload may reach each peer at its ports alone, and nothing is said of who may reach it', () => {
  const other = NetworkPeer.cidr('192.0.2.7/32').on(NetworkPort.tcp(443));
  expect(policyOf({ allowTo: [database, other] }).spec).toEqual({
    podSelector: { matchLabels: workload.selector },
    policyTypes: ['Egress'],
    egress: [
      { to: [{ ipBlock: { cidr: '10.9.0.0/16' } }], ports: [{ port: 3306, protocol: 'TCP' }] },
      { to: [{ ipBlock: { cidr: '192.0.2.7/32' } }], ports: [{ port: 443, protocol: 'TCP' }] },
    ],
  });
});

test('both: each direction is governed by its own rules', () => {
  const { spec } = policyOf({ allowFrom: [edge], allowTo: [database] });
  expect(spec.policyTypes).toEqual(['Ingress', 'Egress']);
  expect([spec.ingress.length, spec.egress.length]).toEqual([1, 1]);
});

test('nobody and nowhere: a direction without a rule is closed', () => {
  expect(policyOf({ allowFrom: 'nobody', allowTo: 'nowhere' }).spec).toEqual({
    podSelector: { matchLabels: workload.selector },
    policyTypes: ['Ingress', 'Egress'],
  });
  expect(policyOf({ allowTo: 'nowhere', dns: 'allowed-here' }).spec).not.toHaveProperty('egress');
});

test.each([
  ['the Pods of a workload here', NetworkPeer.workload(workload), { podSelector: { matchLabels: workload.selector } }],
  [
    'the Pods of a workload elsewhere: both selectors in one peer',
    NetworkPeer.workload(workload, 'warehouse'),
    { ...named('warehouse'), podSelector: { matchLabels: workload.selector } },
  ],
  [
    'Pods with labels',
    NetworkPeer.pods({ 'access-db': 'mysql' }),
    { podSelector: { matchLabels: { 'access-db': 'mysql' } } },
  ],
  ['all Pods here', NetworkPeer.neighbours(), { podSelector: {} }],
  ['a namespace', edge, named('edge-system')],
  [
    'namespaces with labels',
    NetworkPeer.namespaces({ team: 'ops' }),
    { namespaceSelector: { matchLabels: { team: 'ops' } } },
  ],
  ['addresses', NetworkPeer.cidr('10.9.0.0/16'), { ipBlock: { cidr: '10.9.0.0/16' } }],
  [
    'addresses but for some',
    NetworkPeer.cidr('0.0.0.0/0', { except: ['10.0.0.0/8', '169.254.169.254/32'] }),
    { ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '169.254.169.254/32'] } },
  ],
])('a peer is %s', (_, peer, manifest) => {
  const { spec } = policyOf({ allowFrom: [peer], allowTo: [peer.on(NetworkPort.tcp(1))] });
  expect([spec.ingress[0].from, spec.egress[0].to]).toEqual([[manifest], [manifest]]);
});

test('a peer is anywhere: it is named by naming nobody, and takes in those beside it', () => {
  const { spec } = policyOf({ allowFrom: [edge, NetworkPeer.anywhere()], allowTo: [NetworkPeer.anywhere()] });
  expect(spec.ingress).toEqual([{ ports: [{ port: 'api', protocol: 'TCP' }] }]);
  expect(spec.egress).toEqual([{}]);
});

test('without ports a workload is reached at its own, an address at any', () => {
  const [toWorkload, toAddress] = policyOf({
    allowTo: [NetworkPeer.workload({ selector: { app: 'db' }, portName: 'mysql' }), NetworkPeer.cidr('10.9.0.0/16')],
  }).spec.egress;
  expect(toWorkload.ports).toEqual([{ port: 'mysql', protocol: 'TCP' }]);
  expect(toAddress).not.toHaveProperty('ports');
});

test.each([
  [NetworkPort.tcp(8080), { port: 8080, protocol: 'TCP' }],
  [NetworkPort.tcp('metrics'), { port: 'metrics', protocol: 'TCP' }],
  [NetworkPort.udp(53), { port: 53, protocol: 'UDP' }],
  [NetworkPort.sctp(36412), { port: 36412, protocol: 'SCTP' }],
  [NetworkPort.range(30000, 32767), { port: 30000, endPort: 32767, protocol: 'TCP' }],
  [NetworkPort.range(5000, 5000, 'UDP'), { port: 5000, endPort: 5000, protocol: 'UDP' }],
])('a port is %j', (port, manifest) => {
  const { spec } = policyOf({ allowFrom: [edge.on(port)], allowTo: [database.on(port)] });
  expect([spec.ingress[0].ports, spec.egress[0].ports]).toEqual([[manifest], [manifest]]);
});

test('peers at the same ports are one rule, those at others one of their own', () => {
  const monitoring = NetworkPeer.namespace('monitoring').on(NetworkPort.tcp('metrics'));
  const { ingress } = policyOf({ allowFrom: [edge, monitoring, NetworkPeer.neighbours()] }).spec;
  expect(ingress).toEqual([
    { from: [named('edge-system'), { podSelector: {} }], ports: [{ port: 'api', protocol: 'TCP' }] },
    { from: [named('monitoring')], ports: [{ port: 'metrics', protocol: 'TCP' }] },
  ]);
});

describe('dns', () => {
  test('by-default-deny: is nothing wrong where the namespace has one', () => {
    const chart = testChart();
    new NetworkAccess(chart, 'Access', { workload, allowTo: [database] });
    new DefaultDeny(chart, 'Network', { namespace: 'shop' });
    expect(problemsOf(chart)).toEqual([]);
  });

  test.each<[string, (chart: ReturnType<typeof testChart>) => void]>([
    ['is none', () => {}],
    ['is one of another namespace', (chart) => new DefaultDeny(chart, 'Network', { namespace: 'warehouse' })],
    [
      'is one for what comes in',
      (chart) => new DefaultDeny(chart, 'Network', { namespace: 'shop', closes: 'incoming' }),
    ],
  ])('by-default-deny: fails where there %s, since no name would be found', (_, others) => {
    const chart = testChart();
    new NetworkAccess(chart, 'Access', { workload, allowTo: [database] });
    others(chart);
    expect(problemsOf(chart)).toEqual([
      '[test/Access] dns: invalid value "by-default-deny": needs a DefaultDeny in the namespace, which allows DNS; add one, a Tenancy has it, or set dns to "allowed-here"',
    ]);
  });

  test('by-default-deny: is nothing to a policy that lets nothing out, or says nothing of it', () => {
    const chart = testChart();
    new NetworkAccess(chart, 'Access', { workload, allowTo: 'nowhere' });
    new NetworkAccess(chart, 'From', { workload, allowFrom: [edge] });
    expect(problemsOf(chart)).toEqual([]);
  });

  test('allowed-here: the policy itself lets names be asked for', () => {
    const chart = testChart();
    new NetworkAccess(chart, 'Access', { workload, allowTo: [database], dns: 'allowed-here' });
    expect(problemsOf(chart)).toEqual([]);
    expect(objectOf(chart, 'NetworkPolicy').spec.egress[1]).toEqual({
      to: [named('kube-system')],
      ports: [
        { port: 53, protocol: 'UDP' },
        { port: 53, protocol: 'TCP' },
      ],
    });
  });
});

test.each([{}, { allowFrom: [] }, { allowTo: [] }])('fails when nothing is allowed: %j', (props) => {
  expect(refusalOf(() => policyOf(props))).toMatch(
    /^NothingAllowed \[test\/Access\] allowFrom: (invalid value \[\]: )?must name somebody, or "allowTo" must$/,
  );
});

test.each(['0.0.0.0/0', '10.0.0.0/8', '192.0.2.7/32', '::/0', 'fd00:1::/64', '2001:DB8::1/128'])(
  'takes the block %s',
  (cidr) => {
    expect(policyOf({ allowTo: [NetworkPeer.cidr(cidr)] }).spec.egress[0].to[0].ipBlock.cidr).toBe(cidr);
  },
);

test.each(['10.0.0.0', '10.0.0/8', 'db.example.com', '10.0.0.0/8/8', '10.0.0.0/', ' 10.0.0.0/8', ''])(
  'fails for %s, which is no block',
  (cidr) => {
    expect(refusalOf(() => policyOf({ allowTo: [NetworkPeer.cidr(cidr)] }))).toBe(
      `InvalidCidr [test/Access] allowTo: invalid value "${cidr}": must be a CIDR block`,
    );
  },
);

// Kubernetes: "ipBlock.cidr: Invalid value: must be a valid CIDR value"; 1.36 also "must not have bits set beyond the prefix length"
test.each(['10.0.0.0/33', '999.0.0.0/8', '::/129', ':::/8', 'fd00/8', '10.0.0.1/8'])(
  'fails for %s, which only looks like a block',
  (cidr) => {
    expect(refusalOf(() => policyOf({ allowTo: [NetworkPeer.cidr(cidr)] }))).toMatch(
      /^InvalidCidr \[test\/Access\] allowTo: invalid value /,
    );
  },
);

// Kubernetes: "except[0]: Invalid value: must be a strict subset of `cidr`"
test.each(['10.9.0.0/16', '10.0.0.0/8', '10.8.0.0/24', 'fd00::/64', '10.9.1/24'])(
  'fails for the exception %s',
  (block) => {
    expect(refusalOf(() => policyOf({ allowTo: [NetworkPeer.cidr('10.9.0.0/16', { except: [block] })] }))).toMatch(
      /^InvalidCidr \[test\/Access\] allowTo: invalid value .*: must be (a part of 10\.9\.0\.0\/16, not all of it|a CIDR block)$/,
    );
  },
);

// Kubernetes: "ports[0].port: Invalid value: must be between 1 and 65535, inclusive", "endPort: must be greater than or equal to `port`"
test.each([
  [NetworkPort.tcp(0), 'invalid value 0: must be a whole number from 1 to 65535'],
  [NetworkPort.udp(65536), 'invalid value 65536: must be a whole number from 1 to 65535'],
  [NetworkPort.tcp(80.5), 'invalid value 80.5: must be a whole number from 1 to 65535'],
  [NetworkPort.tcp('Api'), 'invalid value "Api": must be at most 15 lower case letters'],
  [NetworkPort.range(8080, 8000), 'invalid value 8000: must be at least the first (8080)'],
  [NetworkPort.range(8080, 70000), 'invalid value 70000: must be a whole number from 1 to 65535'],
])('fails for the port %j', (port, sentence) => {
  expect(refusalOf(() => policyOf({ allowFrom: [edge.on(port)] }))).toContain(
    `OutOfRange [test/Access] allowFrom: ${sentence}`,
  );
});

test.each([
  [
    NetworkPeer.namespace('edge.system'),
    'InvalidName [test/Access] allowFrom: invalid value "edge.system": must be lower',
  ],
  [NetworkPeer.pods({ app: 'db' }, 'Shop'), 'InvalidName [test/Access] allowFrom: invalid value "Shop": must be lower'],
  [NetworkPeer.pods({ app: 'a b' }), 'InvalidLabel [test/Access] allowFrom: invalid value "app: a b": must be letters'],
  [NetworkPeer.pods({}), 'InvalidLabel [test/Access] allowFrom: invalid value {}: must name a label'],
  [
    NetworkPeer.namespaces({ 'a/b/c': 'd' }),
    'InvalidLabel [test/Access] allowFrom: invalid value "a/b/c: d": name must',
  ],
])('fails for the peer %j', (peer, sentence) => {
  expect(refusalOf(() => policyOf({ allowFrom: [peer] }))).toContain(sentence);
});

test('a workload can be given a second access: policies add up', () => {
  const chart = testChart();
  new NetworkAccess(chart, 'Access', { workload, allowFrom: [edge] });
  new NetworkAccess(chart, 'Database', { workload, allowTo: [database] });
  const names = objectsOf(chart, 'NetworkPolicy').map(({ metadata }) => metadata.name);
  expect(new Set(names).size).toBe(2);
});
