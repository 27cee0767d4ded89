import { inlineCsiManifest, inlineCsiProblem } from '../../../lib/constructs/storage/inline-csi';

test('all defaults: the driver alone, read-only', () => {
  expect(inlineCsiManifest({ driver: 'vault.example.com' })).toEqual({ driver: 'vault.example.com', readOnly: true });
});

test.each`
  option                                | field
  ${{ attributes: { role: 'orders' } }} | ${{ volumeAttributes: { role: 'orders' } }}
  ${{ secret: 'vault-login' }}          | ${{ nodePublishSecretRef: { name: 'vault-login' } }}
  ${{ access: 'readWrite' }}            | ${{ readOnly: false }}
`('$option: $field', ({ option, field }) => {
  expect(inlineCsiManifest({ driver: 'vault.example.com', ...option })).toMatchObject(field);
});

test.each`
  inline                          | prop        | got
  ${{ driver: '' }}               | ${'driver'} | ${''}
  ${{ driver: 'a_b' }}            | ${'driver'} | ${'a_b'}
  ${{ driver: 'a', secret: '' }}  | ${'secret'} | ${''}
  ${{ driver: 'a', secret: 'A' }} | ${'secret'} | ${'A'}
`('fails for $inline', ({ inline, prop, got }) => {
  expect(inlineCsiProblem(inline)).toMatchObject({ prop, got });
});

test('takes a driver and a secret', () => {
  expect(inlineCsiProblem({ driver: 'vault.example.com', secret: 'login' })).toBeUndefined();
});
