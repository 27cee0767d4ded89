import { invalidValueMessage } from '../kubernetes/invalid-value';
import type { Manifest } from '../kubernetes/manifest';
import type { DocumentPart } from '../kubernetes/yaml/document-part';
import type { FieldChange } from '../kubernetes/yaml/field-change';
import type { Place } from '../kubernetes/yaml/place';
import type { Rule, Severity, Violation } from './rule';

/** An object that is held against rules, and where it is from: a file, or a construct. */
export interface Candidate {
  readonly manifest: Manifest;
  readonly file?: string;
  /** Construct path: `dev/hello/Hello/Stable/Workload/Deployment`. */
  readonly construct?: string;
  /** Where a field stands in the file, or the nearest one around it that is there. */
  readonly placeOf?: (field: string) => Place;
  /** Which part of the file it is. */
  readonly part?: DocumentPart;
}

/** What an object is to whoever reads of it. */
export interface FoundObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** What mends a finding in its file: changes of one document, all of them or none. */
export interface DocumentFix {
  /** Index among the documents that are not empty. */
  readonly document: number;
  /** Fields are those of the document. */
  readonly changes: readonly FieldChange[];
}

/** A broken rule as reports have it. */
export interface Finding {
  /** Name of the rule: `latest-tag`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Field, value and rule in one sentence: `spec.replicas: invalid value -1: must not be negative`. */
  readonly message: string;
  /** What to do about it. */
  readonly mend: string;
  readonly file?: string;
  /** Line of the field in the file, from 1; of the nearest one that is there, where it is missing. */
  readonly line?: number;
  readonly column?: number;
  readonly construct?: string;
  readonly object: FoundObject;
  /** What mends it in its file, where nobody has to think. */
  readonly fix?: DocumentFix;
}

/** A violation as a finding on the object that it is of. */
export function findingOf(
  { id, severity }: Pick<Rule, 'id' | 'severity'>,
  violation: Omit<Violation, 'object'>,
  { manifest, file, construct, placeOf }: Candidate,
): Finding {
  const place = placeOf?.(violation.field);
  const { apiVersion, kind, metadata } = manifest;
  const object = { apiVersion, kind, namespace: textOf(metadata.namespace), name: textOf(metadata.name) };
  const from = { file, line: place?.line, column: place?.column, construct };
  return { rule: id, severity, message: invalidValueMessage(violation), mend: violation.mend, ...from, object };
}

/** What stands where a name belongs is not always a text. */
function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
