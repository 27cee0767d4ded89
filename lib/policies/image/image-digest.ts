import { celRule } from '../cel/cel-rule';

/** Images are named by what they hold. */
export const imageDigest = celRule({
  id: 'image-digest',
  severity: 'info',
  level: 'strict',
  why: 'a tag can be moved, in the registry and on the way from it',
  mend: 'add the digest of the image after its tag',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  misconceptions: [
    {
      claim: 'With a tag and a digest, the pull fails once somebody has overwritten the tag.',
      truth:
        'the digest is pulled, and the tag is not looked at; it fails only where the digest is gone from the registry',
      source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
    },
  ],
  about: 'container',
  expression: 'container.?image.orValue("").matches("@[a-z0-9]+:[0-9a-f]+$")',
  field: 'image',
  must: 'must have a digest',
  examples: {
    bad: 'image: registry.example.com/shop/web:1.4.2',
    good: 'image: registry.example.com/shop/web:1.4.2@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
  },
});
