import type { SchemasFile } from '../schemas-file';
import { compactSchemas } from './compact-schemas';
import { expandSchemas } from './expand-schemas';
import type { MinorSchemas } from './minor-schemas';
import { type MinorSource, schemasOfMinor } from './minor-source';

/** Keys of kinds and of definitions that belong to a custom resource begin with its group and a slash. */
function customOnly<T>(record: Readonly<Record<string, T>>, { customSources }: SchemasFile): Record<string, T> {
  const groups = new Set(Object.keys(customSources).map((kind) => kind.split('/')[0]));
  return Object.fromEntries(Object.entries(record).filter(([key]) => groups.has(key.split('/')[0])));
}

/** Puts one minor in the place of what schemas.json says of it, or adds it. The rest stays as it is. */
export function refreshSchemas(file: SchemasFile, source: MinorSource): SchemasFile {
  const known = new Map(Object.keys(file.minors).map((minor) => [minor, expandSchemas(file, minor)]));
  const [sample] = known.values();
  const custom: MinorSchemas = {
    kinds: customOnly(sample?.kinds ?? {}, file),
    definitions: customOnly(sample?.definitions ?? {}, file),
  };
  const kept = { featureGates: known.get(source.minor)?.featureGates };
  return compactSchemas(
    known.set(source.minor, schemasOfMinor({ ...kept, ...source }, custom)),
    new Map([...Object.entries(file.minors), [source.minor, source.source]]),
    file.customSources,
  );
}
