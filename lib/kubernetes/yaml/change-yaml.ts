import { isDeepStrictEqual } from 'node:util';
import type { Node } from 'yaml';
import { commentsIn } from './comments-in';
import type { FieldChange } from './field-change';
import { fieldSteps } from './field-steps';
import { insertEntry } from './insert-entry';
import { type LocatedField, locateField } from './located-field';
import { placedDocuments } from './placed-documents';
import { removeEntry } from './remove-entry';
import { ownScalar, quoteValue, replaceValue } from './replace-value';
import { edited, type TextEdit } from './text-edit';
import { UnsafeChange } from './unsafe-change';
import { withField } from './with-field';

/**
 * A stream of YAML or JSON with one field of one document changed, and nothing else of it: other lines stay as they are,
 * byte for byte. The outcome is read again: values that the change does not name, and all comments, are those from before.
 *
 * @param index of the document, among those that are not empty
 * @throws UnsafeChange where that cannot be had
 */
export function changeYaml(text: string, index: number, change: FieldChange): string {
  const steps = fieldSteps(change.field);
  const contents = placedDocuments(text, '')[index]?.document.contents as Node | null | undefined;
  if (!contents) throw new UnsafeChange('the document is not there');
  const { edit, becomes } = planned(text, locateField(contents, steps), change);
  const changed = edited(text, edit);
  const asked = valuesOf(text)?.map((value, at) => (at === index ? withField(value, steps, becomes) : value));
  const isAsked = asked !== undefined && isDeepStrictEqual(valuesOf(changed), asked);
  if (!isAsked || !isDeepStrictEqual(commentsIn(changed), commentsIn(text)))
    throw new UnsafeChange('more than this would change');
  return changed;
}

/** How a text is edited, and what the field is then: nothing where it is gone. */
interface Plan {
  readonly edit: TextEdit;
  readonly becomes: unknown;
}

function planned(text: string, located: LocatedField, change: FieldChange): Plan {
  const { map, entry } = located;
  if ('value' in change) {
    const { value } = change;
    return { edit: entry ? replaceValue(text, entry, value) : insertEntry(text, located, value), becomes: value };
  }
  if (!entry) throw new UnsafeChange('it is not there');
  if ('removed' in change) return { edit: removeEntry(text, map, entry), becomes: undefined };
  const [start, end] = ownScalar(text, entry).range;
  return { edit: quoteValue(text, entry), becomes: text.slice(start, end) };
}

/** The values of all documents; nothing where one is no YAML. */
function valuesOf(text: string): readonly unknown[] | undefined {
  const documents = placedDocuments(text, '').map(({ document }) => document);
  return documents.every(({ errors }) => errors.length === 0) ? documents.map((one) => one.toJS()) : undefined;
}
