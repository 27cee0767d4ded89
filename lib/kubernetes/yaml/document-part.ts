/** Which part of a stream something is. */
export interface DocumentPart {
  /** Index of its document, among those that are not empty. */
  readonly document: number;
  /** Field of the document: empty for all of it, `items[0]` in a List. */
  readonly path: string;
}

/** A field of a part, as a field of its document. */
export function fieldOfDocument({ path }: Pick<DocumentPart, 'path'>, field: string): string {
  return [path, field].filter((name) => name !== '').join('.');
}
