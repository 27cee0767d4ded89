import { Size } from 'cdk8s';
import {
  type ClaimRequest,
  claimRequestProblem,
  claimRequestSpec,
} from '../../../lib/constructs/storage/claim-request';

const size = Size.gibibytes(3);
const specOf = (request: Partial<ClaimRequest> = {}) => claimRequestSpec({ size, ...request });
const problemOf = (request: Partial<ClaimRequest>) => claimRequestProblem({ size, ...request });

test('all defaults: files for one node, of the default class', () => {
  const { resources, ...spec } = specOf();
  expect(resources?.requests?.storage?.value).toBe('3Gi');
  expect(spec).toEqual({ accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem' });
});

test.each`
  request                                               | field
  ${{ accessModes: ['ReadOnlyMany', 'ReadWriteMany'] }} | ${{ accessModes: ['ReadOnlyMany', 'ReadWriteMany'] }}
  ${{ storageClass: 'fast' }}                           | ${{ storageClassName: 'fast' }}
  ${{ storageClass: 'none' }}                           | ${{ storageClassName: '' }}
  ${{ volumeMode: 'Block' }}                            | ${{ volumeMode: 'Block' }}
  ${{ dataSource: { snapshot: 'monday' } }}             | ${{ dataSourceRef: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'monday' } }}
  ${{ dataSource: { claim: 'data' } }}                  | ${{ dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'data' } }}
`('$request: $field', ({ request, field }) => {
  expect(specOf(request)).toMatchObject(field);
});

test.each`
  request                                                   | prop              | got                                      | rule
  ${{ size: Size.mebibytes(0) }}                            | ${'size'}         | ${'0Mi'}                                 | ${'must be more than nothing'}
  ${{ accessModes: [] }}                                    | ${'accessModes'}  | ${[]}                                    | ${'must name at least one'}
  ${{ accessModes: ['ReadWriteOnce', 'ReadWriteOncePod'] }} | ${'accessModes'}  | ${['ReadWriteOnce', 'ReadWriteOncePod']} | ${'must not have another beside ReadWriteOncePod'}
  ${{ storageClass: '' }}                                   | ${'storageClass'} | ${''}                                    | ${expect.stringContaining('must be lower case')}
  ${{ storageClass: 'Fast' }}                               | ${'storageClass'} | ${'Fast'}                                | ${expect.stringContaining('must be lower case')}
  ${{ dataSource: { snapshot: '' } }}                       | ${'dataSource'}   | ${''}                                    | ${expect.stringContaining('must be lower case')}
  ${{ dataSource: { claim: 'A' } }}                         | ${'dataSource'}   | ${'A'}                                   | ${expect.stringContaining('must be lower case')}
  ${{ dataSource: { claim: 'a' }, storageClass: 'none' }}   | ${'dataSource'}   | ${'a'}                                   | ${'must not be given for a volume that no class makes'}
`('fails for $request: $rule', ({ request, prop, got, rule }) => {
  expect(problemOf(request)).toMatchObject({ prop, got, rule });
});

test.each([{}, { storageClass: 'none' }, { storageClass: 'a.b', dataSource: { snapshot: 's' } }])(
  'takes %j',
  (request) => {
    expect(problemOf(request as Partial<ClaimRequest>)).toBeUndefined();
  },
);
