import { isScalar, LineCounter, parseAllDocuments } from 'yaml';
import type { PlacedDocument } from './placed-document';
import { YAML_OPTIONS } from './yaml-options';

/** The documents of a stream that are not empty, each of whose parts knows where it stands. */
export function placedDocuments(text: string, file: string): readonly PlacedDocument[] {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { ...YAML_OPTIONS, lineCounter });
  if (!Array.isArray(documents)) return [];
  const placeAt = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  return documents
    .filter(({ contents, errors }) => errors.length > 0 || !(contents === null || isNothing(contents)))
    .map((document) => ({ document, file, text, placeAt }));
}

function isNothing(contents: unknown): boolean {
  return isScalar(contents) && contents.value === null;
}
