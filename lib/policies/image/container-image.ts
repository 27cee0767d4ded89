import { celRule } from '../cel/cel-rule';

/** Every container says what it runs. A blank one passes: it is the word of OpenShift for "filled in later". */
export const containerImage = celRule({
  id: 'container-image',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses the object; a key without a value is the same as no key',
  mend: 'name the image: nginx:1.27.4',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  about: 'container',
  expression: 'container.?image.orValue("") != ""',
  field: 'image',
  must: 'is required',
  examples: {
    bad: 'image: ""',
    good: 'image: registry.example.com/shop/web:1.4.2',
  },
});
