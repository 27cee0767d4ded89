import type * as t from '@babel/types';

/** A docstring: what it says, and its tags in their order. */
export interface DocComment {
  readonly text: string;
  readonly tags: readonly DocTag[];
}

/** A tag of a docstring and what stands after it. */
export interface DocTag {
  readonly name: string;
  readonly text: string;
}

/** A tag begins a line, or stands alone in it; one in backticks is a word. */
const TAG = /(?:^|\n|[ \t])@(default|example|param|returns|see|source|throws)\b[ \t]*/;

/** The docstring right before a node; of an exported thing it stands before `export`. */
export function docOf({ leadingComments }: t.Node): DocComment | undefined {
  const comment = leadingComments?.findLast(({ type, value }) => type === 'CommentBlock' && value.startsWith('*'));
  return comment && parseDoc(comment.value);
}

/** What the first tag of a name says, in one line, up to the first empty one. */
export function tagOf(doc: DocComment | undefined, name: string): string | undefined {
  const tag = doc?.tags.find((candidate) => candidate.name === name);
  return tag?.text.split(/\n\s*\n/)[0]?.replace(/\s+/g, ' ');
}

function parseDoc(value: string): DocComment {
  const lines = value.split('\n').map((line) => line.replace(/^\s*\*? ?/, ''));
  const [text = '', ...rest] = lines.join('\n').split(TAG);
  const tags: DocTag[] = [];
  for (let index = 0; index < rest.length; index += 2) {
    tags.push({ name: rest[index] ?? '', text: (rest[index + 1] ?? '').trim() });
  }
  return { text: text.trim(), tags };
}
