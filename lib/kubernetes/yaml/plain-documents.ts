import { FAILSAFE_SCHEMA, loadAll, Type } from 'js-yaml';
import { Document, isScalar, type ScalarTag } from 'yaml';
import { YAML_OPTIONS } from './yaml-options';

/** What the two readers would not take for the same, or only one of them for a mistake. */
const NOT_PLAIN: readonly RegExp[] = [
  /[\t\u0085\u00a0\u2028\u2029\u3000\ufeff]|\r(?!\n)|<<|\{\{/, // characters that look like others, merges, templates
  /(?:^|[\s,[{:-])(?:[&*](?=\S)|!|\?(?=\s|$))/m, // anchors, aliases, tags, keys of their own line
  /^(?:%|(?:---|\.\.\.)(?!(?: +#.*| *)\r?$))/m, // directives, separators with something behind
  /(?:^|[\s,[{])(?:~|null)?\s*:(?=\s)|[\]}]\s*:|[,{]\s*(?:~|null)\s*[,}]|[,{]\s*,/im, // keys that are no text
  /^ *(?:- +)*- *(?:#.*)?\r?$|[|>](?:\+|-?\d)/m, // items of the next line, or of none; text that says its indentation
  /(?:^|[:,[{-]) *(?:"(?:[^"\\\n]|\\.)*|'(?:[^'\n]|'')*)$|["'[\]{},]#/m, // quotes over lines, comments too near
];

/** Whether flow style of one line goes on in the next, inside of block style, or has keys that are maps or lists. */
function hasOddFlow(text: string): boolean {
  const isJson = /^\s*\{/.test(text);
  return isJson ? isOddFlow(text) : (text.match(/^.*[[\]{}].*$/gm) ?? []).some(isOddFlow);
}

function isOddFlow(flow: string): boolean {
  const open: string[] = [];
  for (const [token] of flow.matchAll(/(?:[,{]\s*)?[[{]|[\]}]/g)) {
    const last = token.at(-1) ?? '';
    if (last === ']' || last === '}') open.pop();
    else if (token.length > 1 && token.startsWith('{')) return true;
    else if (token.length > 1 && open.at(-1) === '{') return true;
    else open.push(last);
  }
  return open.length > 0;
}

const tags = new Document(undefined, YAML_OPTIONS).schema?.tags ?? [];
const valueTags = tags.filter(
  (tag): tag is ScalarTag & { readonly test: RegExp } => tag.default === true && !!tag.test,
);
const tagOf = (text: string) => valueTags.find(({ test }) => test.test(text));

/** Text that is not quoted is what the words of the careful reader make of it. */
const plainScalar = new Type('tag:plain', {
  kind: 'scalar',
  resolve: (text: string | null) => text !== null && tagOf(text) !== undefined,
  construct: (text: string) => {
    const value = tagOf(text)?.resolve(text, () => {}, YAML_OPTIONS);
    return isScalar(value) ? value.value : value;
  },
});
const schema = FAILSAFE_SCHEMA.extend({ implicit: [plainScalar] });

/**
 * The values of the documents of a stream that are not empty, in a tenth of the time that it takes to know their places as well. Nothing where
 * the stream has what readers differ on, or is no YAML: then ask the careful one.
 */
export function plainDocuments(text: string): readonly unknown[] | undefined {
  if (NOT_PLAIN.some((one) => one.test(text)) || hasOddFlow(text)) return undefined;
  try {
    return loadAll(text, undefined, { schema }).filter((value) => value !== null && value !== undefined);
  } catch {
    return undefined;
  }
}
