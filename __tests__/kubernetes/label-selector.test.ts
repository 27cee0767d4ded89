import { labelMapPicks, labelSelectorPicks } from '../../lib/kubernetes/label-selector';

const labels = { app: 'web', tier: '' };
const expression = (key: string, operator: string, values?: string[]) => ({
  matchExpressions: [{ key, operator, ...(values && { values }) }],
});

test.each`
  selector                                                                   | picks    | because
  ${undefined}                                                               | ${false} | ${'one that is not there picks nothing'}
  ${null}                                                                    | ${false} | ${'nor one that is null'}
  ${{}}                                                                      | ${true}  | ${'an empty one picks all'}
  ${{ matchLabels: {} }}                                                     | ${true}  | ${'so does one of no labels'}
  ${{ matchLabels: { app: 'web' } }}                                         | ${true}  | ${'the label is carried'}
  ${{ matchLabels: { app: 'web', tier: 'front' } }}                          | ${false} | ${'one of two is not'}
  ${expression('app', 'In', ['api', 'web'])}                                 | ${true}  | ${'the value is among them'}
  ${expression('app', 'In', ['api'])}                                        | ${false} | ${'the value is not among them'}
  ${expression('other', 'In', ['api'])}                                      | ${false} | ${'the key is not carried'}
  ${expression('app', 'NotIn', ['web'])}                                     | ${false} | ${'the value is among them'}
  ${expression('other', 'NotIn', ['web'])}                                   | ${true}  | ${'a key that is not carried has none of them'}
  ${expression('tier', 'Exists')}                                            | ${true}  | ${'an empty value is one'}
  ${expression('other', 'Exists')}                                           | ${false} | ${'the key is not carried'}
  ${expression('app', 'DoesNotExist')}                                       | ${false} | ${'the key is carried'}
  ${expression('other', 'DoesNotExist')}                                     | ${true}  | ${'the key is not carried'}
  ${expression('app', 'Gt', ['1'])}                                          | ${false} | ${'labels are not counted'}
  ${{ matchLabels: { app: 'web' }, ...expression('app', 'NotIn', ['web']) }} | ${false} | ${'both must hold'}
`('$selector picks: $picks, for $because', ({ selector, picks }) => {
  expect(labelSelectorPicks(selector, labels)).toBe(picks);
});

test('a map picks what carries every label of it', () => {
  expect(labelMapPicks({ app: 'web' }, labels)).toBe(true);
  expect(labelMapPicks({ app: 'web', tier: 'front' }, labels)).toBe(false);
});
