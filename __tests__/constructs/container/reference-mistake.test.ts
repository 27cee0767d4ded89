import type { ContainerProps } from '../../../lib/constructs/container/container-props';
import { referenceMistake } from '../../../lib/constructs/container/reference-mistake';
import { fromConfigMap, fromPodField, fromSecret } from '../../../lib/constructs/container/variable-source';
import { sentenceOf } from '../../support/mistake';
import { image, size } from '../../support/samples';

const said = (props: Partial<ContainerProps>) => sentenceOf(referenceMistake({ image, size, ...props }));
const NAME = 'must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit';

test.each`
  props                                                   | refusal
  ${{ image: { ...image, pullSecret: 'My_Registry' } }}   | ${`InvalidName image.pullSecret: invalid value "My_Registry": ${NAME}`}
  ${{ config: [{ as: 'environment', configMap: 'A' }] }}  | ${`InvalidName config[0]: invalid value "A": ${NAME}`}
  ${{ config: [{ as: 'environment', secret: '' }] }}      | ${`InvalidName config[0]: invalid value "": ${NAME}`}
  ${{ config: [{ as: 'files', configMap: 'a', folder: '/a' }, { as: 'files', secret: 'b_', folder: '/b' }] }} | ${`InvalidName config[1]: invalid value "b_": ${NAME}`}
  ${{ env: { A: 'x', B: fromSecret('Db', 'password') } }} | ${`InvalidSource env.B: invalid value "Db": ${NAME}`}
  ${{ env: { A: fromConfigMap('db', 'a b') } }}           | ${'InvalidSource env.A: invalid value "a b": must be a key of at most 253 letters, digits, "-", "_" and ".", not beginning with ".."'}
`('fails: $refusal', ({ props, refusal }) => {
  expect(said(props)).toBe(refusal);
});

test.each`
  props                                                          | because
  ${{}}                                                          | ${'the sample names one'}
  ${{ image: { reference: 'a:v1', pullPolicy: 'Never' } }}       | ${'it needs none'}
  ${{ config: [{ as: 'environment', configMap: 'a.b-1' }] }}     | ${'that is a name'}
  ${{ env: { A: fromPodField('status.podIP'), B: 'Bad_Name' } }} | ${'a literal names nothing'}
`('takes $props: $because', ({ props }) => {
  expect(said(props)).toBe('nothing refused');
});
