import { podDnsName } from '../../lib/kubernetes/pod-dns-name';

test.each`
  address                                                   | name
  ${{ hostname: 'db-0', service: 'db', namespace: 'shop' }} | ${'db-0.db.shop.svc'}
  ${{ hostname: 'db-0', service: 'db' }}                    | ${'db-0.db'}
`('$address is found as $name', ({ address, name }) => {
  expect(podDnsName(address)).toBe(name);
});
