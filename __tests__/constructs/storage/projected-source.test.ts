import { Duration } from 'cdk8s';
import { projectedSourceManifest, projectedSourcesProblem } from '../../../lib/constructs/storage/projected-source';

test.each`
  source                                                                                         | manifest
  ${{ configMap: 'conf', files: { a: 'x' } }}                                                    | ${{ configMap: { name: 'conf', items: [{ key: 'a', path: 'x' }] } }}
  ${{ secret: 'keys', presence: 'optional' }}                                                    | ${{ secret: { name: 'keys', optional: true } }}
  ${{ podFields: { uid: 'metadata.uid' } }}                                                      | ${{ downwardApi: { items: [{ path: 'uid', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.uid' } }] } }}
  ${{ serviceAccountToken: { file: 't' } }}                                                      | ${{ serviceAccountToken: { path: 't', expirationSeconds: 3600 } }}
  ${{ serviceAccountToken: { file: 't', audience: 'vault', expiration: Duration.minutes(11) } }} | ${{ serviceAccountToken: { path: 't', audience: 'vault', expirationSeconds: 660 } }}
`('$source is $manifest', ({ source, manifest }) => {
  expect(projectedSourceManifest(source)).toEqual(manifest);
});

const token = (expiration: Duration, file = 'token') => ({ serviceAccountToken: { file, expiration } });

test.each`
  sources                                                                        | prop            | got               | rule
  ${[]}                                                                          | ${'sources'}    | ${[]}             | ${'must not be empty'}
  ${[{ configMap: '' }]}                                                         | ${'configMap'}  | ${''}             | ${expect.stringContaining('must be lower case')}
  ${[{ configMap: 'a' }, { secret: 'B' }]}                                       | ${'secret'}     | ${'B'}            | ${expect.stringContaining('must be lower case')}
  ${[{ secret: 'a', files: {} }]}                                                | ${'files'}      | ${{}}             | ${'must name a key'}
  ${[{ podFields: { a: 'status.podIP' } }]}                                      | ${'podFields'}  | ${'status.podIP'} | ${expect.stringContaining('must be one of metadata.name')}
  ${[token(Duration.seconds(599))]}                                              | ${'expiration'} | ${599}            | ${'must be a whole number from 600 to 4294967296 seconds'}
  ${[token(Duration.millis(600_500))]}                                           | ${'expiration'} | ${600.5}          | ${'must be a whole number from 600 to 4294967296 seconds'}
  ${[token(Duration.hours(1), '../t')]}                                          | ${'file'}       | ${'../t'}         | ${'must not contain ".."'}
  ${[{ configMap: 'a', files: { k: 'x' } }, { secret: 'b', files: { k: 'x' } }]} | ${'sources'}    | ${'x'}            | ${'must not be the path of another source, or in it'}
  ${[token(Duration.hours(1), 'x'), { podFields: { 'x/y': 'metadata.uid' } }]}   | ${'sources'}    | ${'x/y'}          | ${'must not be the path of another source, or in it'}
`('fails for $sources: $rule', ({ sources, prop, got, rule }) => {
  expect(projectedSourcesProblem(sources)).toMatchObject({ prop, got, rule });
});

test('takes a token of ten minutes beside config of which nobody knows the keys', () => {
  expect(projectedSourcesProblem([token(Duration.minutes(10)), { configMap: 'a' }, { secret: 'a' }])).toBeUndefined();
});
