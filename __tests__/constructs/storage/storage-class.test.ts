import { Provisioner } from '../../../lib/constructs/storage/provisioner';
import { StorageClass } from '../../../lib/constructs/storage/storage-class';
import type { StorageClassProps } from '../../../lib/constructs/storage/storage-class-props';
import { objectOf, problemsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

const provisioner = Provisioner.csi('disks.example.com', { tier: 'gold' });

function classOf(props: Partial<StorageClassProps> = {}) {
  const chart = testChart();
  const made = new StorageClass(chart, 'FastDisk', { provisioner, ...props });
  return { made, object: objectOf(chart, 'StorageClass') };
}

test('all defaults: a volume is made where the first Pod is, may grow, and goes with its claim', () => {
  const { metadata, ...fields } = classOf().object;
  expect(metadata.name).toBe('fast-disk');
  expect(metadata).not.toHaveProperty('annotations');
  expect(fields).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    provisioner: 'disks.example.com',
    parameters: { tier: 'gold' },
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
  });
});

test.each`
  props                                 | field
  ${{ reclaimPolicy: 'Retain' }}        | ${{ reclaimPolicy: 'Retain' }}
  ${{ volumeBindingMode: 'Immediate' }} | ${{ volumeBindingMode: 'Immediate' }}
  ${{ expansion: 'refused' }}           | ${{ allowVolumeExpansion: false }}
  ${{ mountOptions: ['hard'] }}         | ${{ mountOptions: ['hard'] }}
  ${{ use: 'byDefault' }}               | ${{ metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } } }}
  ${{ allowedTopologies: { zone: ['a', 'b'], rack: ['1'] } }} | ${{ allowedTopologies: [{ matchLabelExpressions: [{ key: 'zone', values: ['a', 'b'] }, { key: 'rack', values: ['1'] }] }] }}
`('$props: $field', ({ props, field }) => {
  expect(classOf(props).object).toMatchObject(field);
});

test('name: it is what claims name', () => {
  const { made, object } = classOf({ name: 'gold' });
  expect([made.name, object.metadata.name]).toEqual(['gold', 'gold']);
});

test('provisioner: one without parameters has no field of them', () => {
  expect(classOf({ provisioner: Provisioner.none() }).object).not.toHaveProperty('parameters');
});

test.each`
  props                                          | refusal
  ${{ name: 'A' }}                               | ${'name: invalid value "A": must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit'}
  ${{ name: 'none' }}                            | ${'name: invalid value "none": must not be "none", by which claims ask for no class'}
  ${{ provisioner: Provisioner.csi('a b') }}     | ${'provisioner.driver: invalid value "a b": must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit'}
  ${{ allowedTopologies: { 'a b': ['c'] } }}     | ${'allowedTopologies: invalid value "a b": name must be at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
  ${{ allowedTopologies: { zone: [] } }}         | ${'allowedTopologies: invalid value []: must not be empty'}
  ${{ allowedTopologies: { zone: ['a', 'a'] } }} | ${'allowedTopologies: invalid value ["a","a"]: must not name a value twice'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(refusalOf(() => classOf(props))).toBe(`InvalidClass [test/FastDisk] ${refusal}`);
});

test('two classes of a chart that are both the default name each other', () => {
  const chart = testChart();
  new StorageClass(chart, 'A', { provisioner, use: 'byDefault' });
  new StorageClass(chart, 'B', { provisioner });
  expect(problemsOf(chart)).toEqual([]);
  new StorageClass(chart, 'C', { provisioner, use: 'byDefault' });
  expect(problemsOf(chart)).toEqual([
    '[test/A] use: invalid value "byDefault": must be said of one class, and c is one; keep one',
    '[test/C] use: invalid value "byDefault": must be said of one class, and a is one; keep one',
  ]);
});
