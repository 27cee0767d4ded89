import { awsEbsParameters, awsEbsProblem } from '../../../../lib/constructs/storage/drivers/aws-ebs';

test('all defaults: encrypted, as the driver would not', () => {
  expect(awsEbsParameters({})).toEqual({ type: 'gp3', 'csi.storage.k8s.io/fstype': 'ext4', encrypted: 'true' });
});

test.each`
  option                     | parameter
  ${{ type: 'st1' }}         | ${{ type: 'st1' }}
  ${{ fileSystem: 'xfs' }}   | ${{ 'csi.storage.k8s.io/fstype': 'xfs' }}
  ${{ encryption: 'plain' }} | ${{ encrypted: 'false' }}
  ${{ kmsKeyId: 'arn:k' }}   | ${{ kmsKeyId: 'arn:k' }}
  ${{ iops: 4000 }}          | ${{ iops: '4000' }}
  ${{ throughput: 250 }}     | ${{ throughput: '250' }}
`('$option: $parameter', ({ option, parameter }) => {
  expect(awsEbsParameters(option)).toMatchObject(parameter);
});

test.each`
  options                                        | prop            | rule
  ${{ type: 'io1' }}                             | ${'iops'}       | ${'must be given for io1'}
  ${{ type: 'io2' }}                             | ${'iops'}       | ${'must be given for io2'}
  ${{ iops: 99 }}                                | ${'iops'}       | ${'must be a whole number from 100 to 2147483647'}
  ${{ iops: 0 }}                                 | ${'iops'}       | ${'must be a whole number from 100 to 2147483647'}
  ${{ type: 'gp2', iops: 100 }}                  | ${'iops'}       | ${'must not be given for gp2'}
  ${{ throughput: 124 }}                         | ${'throughput'} | ${'must be a whole number from 125 to 2147483647'}
  ${{ type: 'io2', iops: 100, throughput: 125 }} | ${'throughput'} | ${'must not be given for io2'}
  ${{ encryption: 'plain', kmsKeyId: 'k' }}      | ${'kmsKeyId'}   | ${'must not be given for a plain disk'}
`('fails for $options: $rule', ({ options, prop, rule }) => {
  expect(awsEbsProblem(options)).toMatchObject({ prop, rule });
});

test.each([{}, { type: 'io2', iops: 100 }, { iops: 100, throughput: 125, kmsKeyId: 'k' }] as const)(
  'takes %j',
  (options) => {
    expect(awsEbsProblem(options)).toBeUndefined();
  },
);
