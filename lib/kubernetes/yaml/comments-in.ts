import { Lexer } from 'yaml';

/** Every comment of a stream, in order. */
export function commentsIn(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#'));
}
