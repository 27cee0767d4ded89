import { nearest } from '../../lib/kubernetes/nearest';

const FIELDS = ['replicas', 'selector', 'strategy', 'template'];

test.each`
  word            | near          | because
  ${'replica'}    | ${'replicas'} | ${'a letter is missing'}
  ${'replicass'}  | ${'replicas'} | ${'there is one too many'}
  ${'replikas'}   | ${'replicas'} | ${'one is another'}
  ${'Replicas'}   | ${'replicas'} | ${'case counts for nothing'}
  ${'TEMPLATE'}   | ${'template'} | ${'case counts for nothing'}
  ${'replicsa'}   | ${'replicas'} | ${'two swapped letters are two of eight'}
  ${'slectr'}     | ${'selector'} | ${'two of six is a third'}
  ${'strateg'}    | ${'strategy'} | ${'the nearest counts, not the first'}
  ${'rplcs'}      | ${undefined}  | ${'three of five is more than a third'}
  ${'slct'}       | ${undefined}  | ${'four of eight is far'}
  ${'containers'} | ${undefined}  | ${'nothing is like it'}
`('"$word" is taken for "$near": $because', ({ word, near }) => {
  expect(nearest(word, FIELDS)).toBe(near);
});

test('of words that are equally near the first is proposed', () => {
  expect(nearest('test', ['rest', 'best'])).toBe('rest');
});

test('the nearest wins, wherever it stands', () => {
  expect(nearest('staging', ['stagings2', 'stagin'])).toBe('stagin');
  expect(nearest('staging', ['stagin', 'stagings2'])).toBe('stagin');
});

test('where nothing is known nothing is near', () => {
  expect(nearest('dev', [])).toBeUndefined();
});

test('two letters of four are more than a third', () => {
  expect(nearest('prde', ['prod'])).toBeUndefined();
});

test('a letter is near no word that only holds it', () => {
  expect(nearest('e', ['dev', 'test', 'prod'])).toBeUndefined();
});

test('any iterable will do', () => {
  expect(nearest('pord', new Map([['port', 1]]).keys())).toBe('port');
});

test('a word of one letter is near no other word: more than a third of its letters would differ', () => {
  expect(nearest('a', ['b'])).toBeUndefined();
  expect(nearest('', ['b'])).toBeUndefined();
});

test.each`
  word      | near
  ${'dve'}  | ${'dev'}
  ${'tga'}  | ${'tag'}
  ${'pord'} | ${'prod'}
`('"$word" is taken for "$near": two letters next to each other are swapped', ({ word, near }) => {
  expect(nearest(word, [near])).toBe(near);
});
