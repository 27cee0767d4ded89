import { dnsConfigProblem, dnsFields } from '../../../lib/constructs/pod/dns-config';

test.each`
  network   | dns                      | dnsPolicy
  ${'pod'}  | ${undefined}             | ${undefined}
  ${'host'} | ${undefined}             | ${'ClusterFirstWithHostNet'}
  ${'pod'}  | ${{ source: 'cluster' }} | ${undefined}
  ${'host'} | ${{ source: 'cluster' }} | ${'ClusterFirstWithHostNet'}
  ${'pod'}  | ${{ source: 'node' }}    | ${'Default'}
  ${'host'} | ${{ source: 'node' }}    | ${'Default'}
  ${'host'} | ${{ source: 'none' }}    | ${'None'}
`('on the network of the $network, $dns: the policy is $dnsPolicy', ({ network, dns, dnsPolicy }) => {
  expect(dnsFields(network, dns)).toEqual({ dnsPolicy, dnsConfig: undefined });
});

test('what is given beside the source is written as it is; an option without a value has none', () => {
  const dns = { nameservers: ['10.0.0.2'], searches: ['corp.example'], options: { ndots: '2', edns0: '' } };
  expect(dnsFields('pod', dns).dnsConfig).toEqual({
    nameservers: ['10.0.0.2'],
    searches: ['corp.example'],
    options: [{ name: 'ndots', value: '2' }, { name: 'edns0' }],
  });
});

const names = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`);

test.each`
  dns                          | problem
  ${{ nameservers: names(4) }} | ${{ prop: 'nameservers', rule: 'must be at most 3' }}
  ${{ searches: names(33) }}   | ${{ prop: 'searches', got: 33, rule: 'must be at most 32' }}
  ${{ source: 'none' }}        | ${{ prop: 'nameservers', rule: 'must name one, as no other is asked' }}
`('fails: $problem', ({ dns, problem }) => {
  expect(dnsConfigProblem(dns)).toMatchObject(problem);
});

test.each`
  dns
  ${{}}
  ${{ source: 'none', nameservers: names(1) }}
  ${{ nameservers: names(3), searches: names(32) }}
`('takes $dns', ({ dns }) => {
  expect(dnsConfigProblem(dns)).toBeUndefined();
});
