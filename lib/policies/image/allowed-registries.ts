import { celRule } from '../cel/cel-rule';

/** Images come from registries that are trusted. */
export const allowedRegistries = celRule({
  id: 'allowed-registries',
  severity: 'warning',
  level: 'strict',
  why: 'anybody can publish on a public one, under a name that looks right',
  mend: 'copy the image to an allowed registry',
  source: 'https://kubernetes.io/docs/concepts/containers/images/',
  about: 'container',
  parameters: {
    allowedRegistries: {
      meaning:
        'Registries, or parts of one (`ghcr.io/shop`), without the last slash; empty for all. An image without a registry is of `docker.io`.',
      standard: [],
    },
  },
  expression: `
    size(variables.allowedRegistries) == 0 || [container.?image.orValue("")]
      .map(image, image.matches("^(localhost|[^/]*[.:][^/]*)/") ? image
        : image.contains("/") ? "docker.io/" + image : "docker.io/library/" + image)
      .all(image, variables.allowedRegistries.exists(registry, image.startsWith(registry + "/")))`,
  field: 'image',
  must: 'must be of a registry that is allowed',
  examples: {
    parameters: { allowedRegistries: ['registry.example.com'] },
    bad: 'image: nginx:1.27',
    good: 'image: registry.example.com/shop/web:1.4.2',
  },
});
