/** A stretch of a text, and what it becomes. */
export interface TextEdit {
  /** Offset of its first character. */
  readonly start: number;
  /** Offset behind its last one. */
  readonly end: number;
  readonly text: string;
}

/** The text after an edit. */
export function edited(text: string, { start, end, text: inserted }: TextEdit): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
