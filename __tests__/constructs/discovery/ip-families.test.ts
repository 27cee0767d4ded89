import { ipFamiliesMistake } from '../../../lib/constructs/discovery/ip-families';

test.each`
  families                                                                | ip
  ${{}}                                                                   | ${'fd00::7'}
  ${{ ipFamilyPolicy: 'PreferDualStack' }}                                | ${undefined}
  ${{ ipFamilies: ['IPv6'] }}                                             | ${'fd00::7'}
  ${{ ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv4', 'IPv6'] }} | ${'10.96.0.7'}
  ${{ ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv6', 'IPv4'] }}  | ${'fd00::7'}
`('takes $families with the address $ip', ({ families, ip }) => {
  expect(ipFamiliesMistake(families, ip)).toBeUndefined();
});

test.each`
  families                                                               | ip             | rule
  ${{ ipFamilies: [] }}                                                  | ${undefined}   | ${'must name one'}
  ${{ ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv4', 'IPv4'] }} | ${undefined}   | ${'must not name one twice'}
  ${{ ipFamilies: ['IPv4', 'IPv6'] }}                                    | ${undefined}   | ${'must be one for SingleStack'}
  ${{ ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4', 'IPv6'] }}     | ${undefined}   | ${'must be one for SingleStack'}
  ${{ ipFamilies: ['IPv6'] }}                                            | ${'10.96.0.7'} | ${'must begin with that of 10.96.0.7'}
  ${{ ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv4'] }}         | ${undefined}   | ${'must be both for PreferDualStack'}
  ${{ ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv4', 'IPv6'] }} | ${'fd00::7'}   | ${'must begin with that of fd00::7'}
`('refuses $families with the address $ip: $rule', ({ families, ip, rule }) => {
  expect(ipFamiliesMistake(families, ip)).toMatchObject({ code: 'InvalidFamilies', prop: 'ipFamilies', rule });
});
