import type { Manifest } from '../manifest';
import type { DocumentPart } from './document-part';
import type { Place } from './place';

/** An object of a file, and where its fields stand there. */
export interface PlacedManifest {
  readonly manifest: Manifest;
  readonly file: string;
  readonly part: DocumentPart;
  /** Place of a field, or of the nearest one around it that is there: `spec.containers[0].image`. */
  readonly placeOf: (field: string) => Place;
}
