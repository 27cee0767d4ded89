import * as t from '@babel/types';
import type { Sources } from '../architecture/sources';
import { lineOf, nameOf, syntaxOf, violation, walk } from '../architecture/syntax';

/** The parts of an error that are put together to one sentence: `prop: invalid value X: rule; mend`. */
const PARTS = new Set(['rule', 'mend']);

/** Rules and mends that would not fit into the sentence, and codes that are not PascalCase. */
export function sentenceViolations(sources: Sources): string[] {
  return [...sources.keys()].flatMap((file) => {
    const found: string[] = [];
    walk(syntaxOf(sources, file), (node) => {
      for (const { text, at } of partOf(node).flatMap(textsOf)) found.push(...textViolations(file, lineOf(at), text));
      const code = codeOf(node);
      if (code && !/^([A-Z][a-z0-9]*)+$/.test(code)) {
        found.push(violation(file, lineOf(node), `code "${code}" is not PascalCase`, 'name the mistake: OutOfRange'));
      }
    });
    return found;
  });
}

/** Value of a property `rule` or `mend`, or of a constant that is called so to become one. */
function partOf(node: t.Node): t.Node[] {
  if (t.isObjectProperty(node) && PARTS.has(nameOf(node.key))) return [node.value];
  if (t.isVariableDeclarator(node) && PARTS.has(nameOf(node.id)) && node.init) return [node.init];
  return [];
}

interface Text {
  /** As far as it is known: what is put in when it runs stands as `…`. */
  readonly text: string;
  readonly at: t.Node;
}

function textsOf(node: t.Node): Text[] {
  if (t.isStringLiteral(node)) return [{ text: node.value, at: node }];
  if (t.isTemplateLiteral(node)) return [{ text: node.quasis.map(({ value }) => value.cooked).join('…'), at: node }];
  if (t.isConditionalExpression(node)) return [...textsOf(node.consequent), ...textsOf(node.alternate)];
  return t.isLogicalExpression(node) ? [...textsOf(node.left), ...textsOf(node.right)] : [];
}

function textViolations(file: string, line: number, text: string): string[] {
  const wrong = /^[A-Z]/.test(text)
    ? 'begins with a capital'
    : /[.!]$/.test(text)
      ? 'ends with a full stop'
      : undefined;
  return wrong
    ? [violation(file, line, `"${text}" ${wrong}`, 'it is a part of a sentence: lower case, no full stop')]
    : [];
}

function codeOf(node: t.Node): string | undefined {
  const isError = t.isNewExpression(node) && nameOf(node.callee) === 'InvalidProp';
  return isError && t.isStringLiteral(node.arguments[0]) ? node.arguments[0].value : undefined;
}
