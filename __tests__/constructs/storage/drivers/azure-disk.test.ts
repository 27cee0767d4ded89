import { azureDiskParameters, azureDiskProblem } from '../../../../lib/constructs/storage/drivers/azure-disk';

test('all defaults are those of the driver', () => {
  const defaults = { skuName: 'StandardSSD_LRS', 'csi.storage.k8s.io/fstype': 'ext4', cachingMode: 'ReadOnly' };
  expect(azureDiskParameters({})).toEqual(defaults);
});

test.each`
  option                           | parameter
  ${{ skuName: 'Premium_ZRS' }}    | ${{ skuName: 'Premium_ZRS' }}
  ${{ fileSystem: 'xfs' }}         | ${{ 'csi.storage.k8s.io/fstype': 'xfs' }}
  ${{ cachingMode: 'ReadWrite' }}  | ${{ cachingMode: 'ReadWrite' }}
  ${{ diskEncryptionSetId: '/s' }} | ${{ diskEncryptionSetID: '/s' }}
`('$option: $parameter', ({ option, parameter }) => {
  expect(azureDiskParameters(option)).toMatchObject(parameter);
});

test.each(['UltraSSD_LRS', 'PremiumV2_LRS'] as const)('%s is cached by nobody', (skuName) => {
  expect(azureDiskProblem({ skuName })).toMatchObject({ prop: 'cachingMode', rule: `must be "None" for ${skuName}` });
  expect(azureDiskProblem({ skuName, cachingMode: 'None' })).toBeUndefined();
});

test('the others are cached as one likes', () => {
  expect(azureDiskProblem({ skuName: 'Premium_LRS', cachingMode: 'ReadWrite' })).toBeUndefined();
});
