import { celRule } from '../cel/cel-rule';

/** The registry is asked for an image each time that it is not named by digest. */
export const imagePullPolicy = celRule({
  id: 'image-pull-policy',
  severity: 'info',
  level: 'strict',
  why: 'a node keeps what it has when a tag moves, and gives it to Pods that may not pull it',
  mend: 'set imagePullPolicy to Always, or name the image by digest',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#updating-images',
  misconceptions: [
    {
      claim: 'imagePullPolicy is IfNotPresent unless it is said.',
      truth: 'it is Always where the tag is latest or missing',
      source: 'https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting',
    },
  ],
  about: 'container',
  expression: `
    container.?image.orValue("").contains("@")
    || container.?imagePullPolicy.orValue(container.?image.orValue("").matches(":[^/:]+$")
      && !container.?image.orValue("").endsWith(":latest") ? "IfNotPresent" : "Always") == "Always"`,
  field: 'imagePullPolicy',
  must: 'must be Always',
  examples: {
    bad: 'image: registry.example.com/shop/web:1.4.2',
    good: 'image: registry.example.com/shop/web',
  },
});
