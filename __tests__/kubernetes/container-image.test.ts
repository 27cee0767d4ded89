import { imageProblem, imageReference, repositoryIn } from '../../lib/kubernetes/container-image';

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

// what is taken and refused is what distribution/reference 0.6 takes and refuses, but for tags that may move
test.each([
  'orders:v4',
  'shop/orders:2024-11_b.c',
  'reg.io:5000/shop/my__app/a---b:v1',
  'REG.io/orders:V1',
  'Registry/orders:v1',
  '[::1]:5000/orders:v1',
  `orders@${DIGEST}`,
  `orders:latest@${DIGEST}`,
  `${'a'.repeat(255)}:v1`,
  `orders:${'v'.repeat(128)}`,
])('%s can be run', (reference) => {
  expect(imageProblem(reference)).toBeUndefined();
});

const FORM = 'must be an image reference: registry/repository:tag, the repository in lower case';
test.each`
  reference                           | because
  ${''}                               | ${'it names nothing'}
  ${' orders:v1'}                     | ${'of a space'}
  ${'Orders:v1'}                      | ${'a repository has no capitals'}
  ${'reg.io/shop/Orders:v1'}          | ${'a repository has no capitals'}
  ${'a..b:v1'}                        | ${'of two dots'}
  ${'a___b:v1'}                       | ${'of three underscores'}
  ${'a-.io/orders:v1'}                | ${'a host name does not end so'}
  ${'reg.io//orders:v1'}              | ${'of an empty segment'}
  ${'orders/:v1'}                     | ${'of an empty segment'}
  ${'orders:'}                        | ${'the tag is empty'}
  ${'orders:-v1'}                     | ${'a tag does not begin so'}
  ${`orders:${'v'.repeat(129)}`}      | ${'the tag is too long'}
  ${`${'a'.repeat(256)}:v1`}          | ${'the repository is too long'}
  ${'orders@sha256:0123'}             | ${'the digest is too short'}
  ${`orders@${DIGEST.toUpperCase()}`} | ${'a digest has no capitals'}
`('$reference cannot be run: $because', ({ reference }) => {
  expect(imageProblem(reference)).toBe(FORM);
});

test.each`
  reference          | rule
  ${'orders'}        | ${'must have a tag or a digest: without one it means "latest"'}
  ${'reg:5000/a'}    | ${'must have a tag or a digest: without one it means "latest"'}
  ${'orders:latest'} | ${'must not be "latest", which is another image each day'}
`('$reference: $rule', ({ reference, rule }) => {
  expect(imageProblem(reference)).toBe(rule);
});
