import type { SchemasFile } from '../schemas-file';
import { compactSchemas } from './compact-schemas';
import { schemasOfCrds } from './crd';
import type { CustomResourceDefinition } from './json-schema';
import { type MinorSource, schemasOfMinor } from './minor-source';

/** What describes custom resources. */
export interface CustomSource {
  /** Where they are from: `sigs.k8s.io/gateway-api@v1.6.3`. */
  readonly source: string;

  readonly crds: readonly CustomResourceDefinition[];
}

/** Makes the content of schemas.json anew. */
export function buildSchemas(minors: readonly MinorSource[], sources: readonly CustomSource[]): SchemasFile {
  const custom = schemasOfCrds(sources.flatMap(({ crds }) => crds));
  const ofKinds = sources.flatMap(({ source, crds }) =>
    crds.map(({ spec: { group, names } }) => [`${group}/${names.kind}`, source] as const),
  );
  return compactSchemas(
    new Map(minors.map((one) => [one.minor, schemasOfMinor(one, custom)])),
    new Map(minors.map((one) => [one.minor, one.source])),
    Object.fromEntries(ofKinds),
  );
}
