import { celRule } from '../cel/cel-rule';

/** Images have a tag that means one version, or a digest. */
export const latestTag = celRule({
  id: 'latest-tag',
  severity: 'warning',
  level: 'production',
  why: 'the same manifest runs another program on each node that pulls it, and nobody can go back',
  mend: 'name a version as tag, or a digest',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  about: 'container',
  expression: 'container.?image.orValue("").matches("@|:[^/:]+$") && !container.?image.orValue("").endsWith(":latest")',
  field: 'image',
  must: 'must have a tag other than latest, or a digest',
  examples: {
    bad: 'image: registry.example.com:5000/shop/web',
    good: 'image: registry.example.com:5000/shop/web:1.4.2',
  },
});
