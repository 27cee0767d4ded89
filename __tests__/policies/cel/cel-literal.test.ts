import { celEnvironment } from '../../../lib/policies/cel/cel-environment';
import { celLiteral } from '../../../lib/policies/cel/cel-literal';

test.each(['plain', "it's", 'a\\b', '\\', 'two\nlines', '"quoted"', "'", ''])(
  'the text %j is the same in an expression',
  (text) => {
    expect(celEnvironment().parse(`${celLiteral(text)} == text`)({ text })).toBe(true);
  },
);

test.each`
  value         | literal
  ${3}          | ${'3'}
  ${['a', 'b']} | ${"['a', 'b']"}
  ${[]}         | ${'[]'}
`('$value is $literal', ({ value, literal }) => {
  expect(celLiteral(value)).toBe(literal);
});
