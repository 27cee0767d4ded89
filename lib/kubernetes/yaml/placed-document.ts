import type { Document } from 'yaml';
import type { Place } from './place';

/** A document of a text, and how its offsets become places. */
export interface PlacedDocument {
  readonly document: Document.Parsed;
  readonly file: string;
  /** The whole text that the document is of. */
  readonly text: string;
  readonly placeAt: (offset: number) => Place;
}
