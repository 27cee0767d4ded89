import { documentFault } from './document-fault';
import { fieldOfDocument } from './document-part';
import { nearestNode } from './nearest-node';
import { type DocumentParts, type HeldObject, objectsIn } from './objects-in';
import type { Place } from './place';
import type { PlacedDocument } from './placed-document';
import { placedDocuments } from './placed-documents';
import type { PlacedManifest } from './placed-manifest';
import { plainDocuments } from './plain-documents';
import type { ReadManifests } from './read-manifests';
import type { Unreadable } from './unreadable';

/**
 * Reads a stream of YAML, or JSON, which is YAML too: every object, those of a List one by one. A document that cannot be
 * read does not keep the others from being read. Where things stand is found out when somebody asks for it.
 */
export function readYaml(text: string, file: string): ReadManifests {
  let known: readonly PlacedDocument[] | undefined;
  const documents = () => {
    known ??= placedDocuments(text, file);
    return known;
  };
  const parts = plainDocuments(text)?.map(objectsIn);
  if (parts?.every(({ faults }) => faults.length === 0)) {
    const objects = parts.flatMap(({ held }, index) =>
      held.map((one) => placed(one, { file, document: index, placeOf: (path) => placeIn(documents()[index], path) })),
    );
    return { objects, unreadable: [] };
  }
  const read = documents().map(readDocument);
  return {
    objects: read.flatMap(({ objects }) => objects),
    unreadable: onePerTemplate(read.flatMap(({ unreadable }) => unreadable)),
  };
}

function readDocument(document: PlacedDocument, index: number): ReadManifests {
  const { file } = document;
  const fault = documentFault(document);
  if (fault) return { objects: [], unreadable: [fault] };
  const { held, faults } = partsOf(document);
  const placeOf = (path: string) => placeIn(document, path);
  const unreadable = faults.map(({ path, rule, mend }) => ({ file, ...placeOf(path), rule, mend }));
  return { objects: held.map((one) => placed(one, { file, document: index, placeOf })), unreadable };
}

/** What a document holds; where aliases multiply without end, why it has no values. */
function partsOf({ document }: PlacedDocument): DocumentParts {
  try {
    return objectsIn(document.toJS({ maxAliasCount: 1000 }));
  } catch (error) {
    const rule = `must be YAML: ${(error as Error).message.toLowerCase()}`;
    const mend = rule.includes('unresolved')
      ? 'write the anchor (&name) before the alias (*name)'
      : 'use fewer aliases';
    return { held: [], faults: [{ path: '', rule, mend }] };
  }
}

/** Where an object is from. */
interface Origin extends Pick<PlacedManifest, 'file'> {
  readonly document: number;
  /** Place of a field of the document. */
  readonly placeOf: (path: string) => Place;
}

function placed({ manifest, path }: HeldObject, { file, document, placeOf }: Origin): PlacedManifest {
  const part = { document, path };
  return { manifest, file, part, placeOf: (field) => placeOf(fieldOfDocument(part, field)) };
}

function placeIn(placedDocument: PlacedDocument | undefined, path: string): Place {
  if (!placedDocument?.document.contents) return { line: 1, column: 1 };
  const { document, placeAt } = placedDocument;
  return placeAt(
    nearestNode(document, document.contents as NonNullable<typeof document.contents>, path).range?.[0] ?? 0,
  );
}

/** A template falls apart into many documents that all have the same reason. */
function onePerTemplate(unreadable: readonly Unreadable[]): Unreadable[] {
  const [first, ...others] = unreadable.filter(isTemplate);
  return unreadable.filter((one) => one === first || !others.includes(one));
}

function isTemplate({ rule }: Unreadable): boolean {
  return rule.includes('and is a template');
}
