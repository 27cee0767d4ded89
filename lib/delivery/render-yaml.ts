import { Document, Scalar, visit } from 'yaml';
import { kindOrder } from '../kubernetes/kind-order';
import type { Manifest } from '../kubernetes/manifest';

/**
 * Strings that some reader of YAML takes for a number or for something else: octal and hexadecimal, sexagesimal, a lone
 * `=`, a merge key. The library quotes what YAML 1.1 does not take for text; kubectl's reader knows more.
 */
const AMBIGUOUS = /^([-+]?(0[obx])?[\d_.,:]+([eE][-+]?\d+)?|=|<<|[-+]?\.(inf|nan))$/i;

/** Manifests as one YAML stream, in the order in which they are to be applied: by kind, then namespace and name. */
export function renderYaml(manifests: readonly Manifest[]): string {
  const key = ({ kind, metadata }: Manifest) =>
    [String(kindOrder(kind)).padStart(3, '0'), kind, metadata.namespace ?? '', metadata.name ?? ''].join('\0');
  const sorted = [...manifests].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return sorted.map((manifest) => `---\n${renderOne(manifest)}`).join('');
}

/** One for all manifests: most of what it costs to write a short document is to make it. */
const document = new Document(null, { version: '1.1' });

function renderOne(manifest: Manifest): string {
  document.contents = document.createNode(nameFirst(manifest), {
    aliasDuplicateObjects: false,
  }) as typeof document.contents;
  if (hasAmbiguous(manifest)) visit(document, { Scalar: (_, node) => quoteAmbiguous(node) });
  return document.toString({ lineWidth: 0, directives: false });
}

function quoteAmbiguous(node: Scalar): void {
  if (typeof node.value === 'string' && AMBIGUOUS.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
}

/** Most objects have no such string, and walking the document costs more than walking the object. */
function hasAmbiguous(value: unknown): boolean {
  if (typeof value === 'string') return AMBIGUOUS.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => AMBIGUOUS.test(key) || hasAmbiguous(inner));
}

/** What a reader looks for first stands first: an object's name, wherever it has one; the rest as it came, by letter. */
function nameFirst(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nameFirst);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, nameFirst(inner)]);
  if (!('name' in value)) return Object.fromEntries(entries);
  return Object.fromEntries([...entries.filter(isNaming), ...entries.filter((entry) => !isNaming(entry))]);
}

function isNaming([key]: [string, unknown]): boolean {
  return key === 'name' || key === 'namespace';
}
