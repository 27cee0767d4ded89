import { isMap, LineCounter, parseAllDocuments } from 'yaml';
import { documentFault } from './document-fault';
import { objectsIn } from './objects-in';
import type { Place } from './place';
import type { PlacedDocument } from './placed-document';
import type { ReadManifests } from './read-manifests';
import type { Unreadable } from './unreadable';
import { YAML_OPTIONS } from './yaml-options';

/**
 * Reads a stream of YAML, or JSON, which is YAML too: every object, those of a List one by one. A document that cannot be
 * read does not keep the others from being read.
 */
export function readYaml(text: string, file: string): ReadManifests {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { ...YAML_OPTIONS, lineCounter });
  if (!Array.isArray(documents)) return { objects: [], unreadable: [] };
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const read = documents.map((document) => readDocument({ document, file, text, placeAt }));
  return {
    objects: read.flatMap(({ objects }) => objects),
    unreadable: onePerTemplate(read.flatMap(({ unreadable }) => unreadable)),
  };
}

function readDocument(placed: PlacedDocument): ReadManifests {
  const fault = documentFault(placed);
  if (fault) return { objects: [], unreadable: [fault] };
  const { contents } = placed.document;
  return isMap(contents) ? objectsIn(placed, contents) : { objects: [], unreadable: [] };
}

/** A template falls apart into many documents that all have the same reason. */
function onePerTemplate(unreadable: readonly Unreadable[]): Unreadable[] {
  const [first, ...others] = unreadable.filter(isTemplate);
  return unreadable.filter((one) => one === first || !others.includes(one));
}

function isTemplate({ rule }: Unreadable): boolean {
  return rule.includes('and is a template');
}
