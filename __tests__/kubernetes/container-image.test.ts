import { imageReference, repositoryIn } from '../../lib/kubernetes/container-image';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each`
  repository               | registry               | path                    | because
  ${'orders'}              | ${'registry.internal'} | ${'orders'}             | ${'one segment is a path, never a host'}
  ${'shop/orders'}         | ${'registry.internal'} | ${'shop/orders'}        | ${'a first segment without dot or colon is part of the path'}
  ${'docker.io/leigg/app'} | ${'docker.io'}         | ${'leigg/app'}          | ${'a dot makes it a host'}
  ${'registry:5000/app'}   | ${'registry:5000'}     | ${'app'}                | ${'a colon makes it a host'}
  ${'localhost/app'}       | ${'localhost'}         | ${'app'}                | ${'localhost is one without either'}
  ${'localhost'}           | ${'registry.internal'} | ${'localhost'}          | ${'but not alone'}
  ${'my.app'}              | ${'registry.internal'} | ${'my.app'}             | ${'a dot in the only segment is part of its name'}
  ${'shop/docker.io/app'}  | ${'registry.internal'} | ${'shop/docker.io/app'} | ${'only the first segment can be a host'}
  ${'localhosts/app'}      | ${'registry.internal'} | ${'localhosts/app'}     | ${'a longer word is not localhost'}
`('$repository is $path in $registry: $because', ({ repository, registry, path }) => {
  expect(repositoryIn('registry.internal', repository)).toEqual({ registry, repository: path });
});

// distribution/reference splitDockerDomain also takes a first segment with a capital for a host
test('a first segment with a capital letter is a host, as no path has one', () => {
  expect(repositoryIn('registry.internal', 'Registry/app')).toEqual({ registry: 'Registry', repository: 'app' });
});

test.each`
  tag          | digest       | reference
  ${'v4'}      | ${undefined} | ${'ghcr.io/shop/orders:v4'}
  ${undefined} | ${DIGEST}    | ${`ghcr.io/shop/orders@${DIGEST}`}
  ${'v4'}      | ${DIGEST}    | ${`ghcr.io/shop/orders:v4@${DIGEST}`}
  ${undefined} | ${undefined} | ${'ghcr.io/shop/orders'}
`('tag $tag and digest $digest are the reference $reference', ({ tag, digest, reference }) => {
  expect(imageReference({ registry: 'ghcr.io', repository: 'shop/orders', tag, digest })).toBe(reference);
});
