import { DEFAULT_SCHEMA, dump, Type } from 'js-yaml';
import { kindOrder } from '../kubernetes/kind-order';
import type { Manifest } from '../kubernetes/manifest';

/**
 * Strings that some reader of YAML takes for a number or for something else: octal and hexadecimal, digits with "_",
 * sexagesimal, an exponent of nothing (`e5`), a lone `=`, a merge key. kubectl's reader knows more of them than the library.
 */
const AMBIGUOUS = /^([-+]?(0[obx])?([\d_.,:]+|[\d_.,:]*e[-+]?\d+)|=|<<|[-+]?\.(inf|nan))$/i;

/** What a schema takes for something else than text is quoted; so this one takes them so. */
const schema = DEFAULT_SCHEMA.extend({
  implicit: [new Type('tag:ambiguous', { kind: 'scalar', resolve: (text: string) => AMBIGUOUS.test(text) })],
});

/** Manifests as one YAML stream, in the order in which they are to be applied: by kind, then namespace and name. */
export function renderYaml(manifests: readonly Manifest[]): string {
  const key = ({ kind, metadata }: Manifest) =>
    [String(kindOrder(kind)).padStart(3, '0'), kind, metadata.namespace ?? '', metadata.name ?? ''].join('\0');
  const sorted = [...manifests].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return sorted.map((manifest) => `---\n${renderOne(manifest)}`).join('');
}

function renderOne(manifest: Manifest): string {
  return dump(nameFirst(manifest), { schema, lineWidth: -1, noRefs: true, quotingType: '"' });
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
