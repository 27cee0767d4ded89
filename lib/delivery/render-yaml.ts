import { Document, isScalar, Scalar, visit } from 'yaml';
import { applyOrder } from '../kubernetes/kinds';
import type { Manifest } from '../kubernetes/manifest';

/**
 * Strings that some reader of YAML takes for a number or for something else: octal and hexadecimal, sexagesimal, a lone
 * `=`, a merge key. The library quotes what YAML 1.1 does not take for text; kubectl's reader knows more.
 */
const AMBIGUOUS = /^([-+]?(0[obx])?[\d_.,:]+([eE][-+]?\d+)?|=|<<|[-+]?\.(inf|nan))$/i;

/** Manifests as one YAML stream, in the order in which they are to be applied: by kind, then namespace and name. */
export function renderYaml(manifests: readonly Manifest[]): string {
  const key = ({ kind, metadata }: Manifest) =>
    [String(applyOrder(kind)).padStart(3, '0'), kind, metadata.namespace ?? '', metadata.name ?? ''].join('\0');
  const sorted = [...manifests].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return sorted.map((manifest) => `---\n${renderOne(manifest)}`).join('');
}

function renderOne(manifest: Manifest): string {
  const document = new Document(nameFirst(manifest), { version: '1.1', aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (isScalar(node) && typeof node.value === 'string' && AMBIGUOUS.test(node.value))
        node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0, directives: false });
}

/** What a reader looks for first stands first: an object's name, wherever it has one; the rest as it came, by letter. */
function nameFirst(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nameFirst);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, nameFirst(inner)] as const);
  const isName = ([key]: readonly [string, unknown]) => key === 'name' || key === 'namespace';
  return Object.fromEntries([...entries.filter(isName), ...entries.filter((entry) => !isName(entry))]);
}
