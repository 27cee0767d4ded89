import { labelMistake } from '../../../lib/constructs/pod/label-mistake';

test.each`
  props                                                       | prop                | got
  ${{ podLabels: { 'app.kubernetes.io/name': 'other' } }}     | ${'podLabels'}      | ${'app.kubernetes.io/name'}
  ${{ podLabels: { 'app.kubernetes.io/instance': 'other' } }} | ${'podLabels'}      | ${'app.kubernetes.io/instance'}
  ${{ podLabels: { environment: 'prod' } }}                   | ${'podLabels'}      | ${'environment'}
  ${{ podLabels: { 'a/b/c': '' } }}                           | ${'podLabels'}      | ${'a/b/c'}
  ${{ podLabels: { tier: 'front end' } }}                     | ${'podLabels.tier'} | ${'front end'}
  ${{ podLabels: { tier: 'a'.repeat(64) } }}                  | ${'podLabels.tier'} | ${'a'.repeat(64)}
  ${{ podAnnotations: { 'not a key': '' } }}                  | ${'podAnnotations'} | ${'not a key'}
`('fails for $got in $prop', ({ props, prop, got }) => {
  expect(labelMistake(props)).toMatchObject({ prop, got });
});

test.each([{}, { podLabels: { tier: 'frontend', run: '' } }, { podAnnotations: { 'Example.com/a': 'any text' } }])(
  'takes %j',
  (props) => {
    expect(labelMistake(props)).toBeUndefined();
  },
);
