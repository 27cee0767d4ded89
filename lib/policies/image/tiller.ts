import { celRule } from '../cel/cel-rule';

/** Nobody runs the server of Helm 2. */
export const tiller = celRule({
  id: 'tiller',
  severity: 'error',
  level: 'baseline',
  why: "it obeys whoever reaches it, with the rights of the cluster's owner, and is unsupported since 2020",
  mend: 'use Helm 3 or later, which has none',
  source: 'https://helm.sh/blog/helm-v2-deprecation-timeline/',
  about: 'container',
  expression: '!container.?image.orValue("").matches("(^|/)tiller([:@]|$)")',
  field: 'image',
  must: 'must not be tiller',
  examples: {
    bad: 'image: ghcr.io/helm/tiller:v2.17.0',
    good: 'image: registry.example.com/shop/distiller:1.4.2',
  },
});
