import { compactSchemas } from './compact-schemas';
import { schemasOfCrds } from './crd';
import { expandSchemas } from './expand-schemas';
import { enumsOfGo } from './go-enums';
import type { CustomResourceDefinition, OpenApiDocument } from './json-schema';
import type { MinorSchemas } from './minor-schemas';
import { offByDefault } from './off-by-default';
import { schemasOfOpenApi } from './openapi';
import type { SchemasFile } from './schemas-file';

/** What describes one minor of Kubernetes. */
export interface MinorSource {
  /** Such as `1.30`. */
  readonly minor: string;

  /** Where the document is from, without anything of the machine that read it: `k8s.io/kubernetes@v1.30.14`. */
  readonly source: string;

  readonly document: OpenApiDocument;

  /**
   * Go code that belongs to the document, where it is one that Kubernetes publishes: such a document has kinds that are
   * off by default, and lacks the enums. What a running API server serves is the other way round.
   */
  readonly goCode?: string;
}

/** What describes custom resources. */
export interface CustomSource {
  readonly source: string;
  readonly crds: readonly CustomResourceDefinition[];
}

function schemasOf({ minor, document, goCode }: MinorSource): MinorSchemas {
  if (goCode === undefined) return schemasOfOpenApi(document);
  return schemasOfOpenApi(document, { isOff: (kind) => offByDefault(kind, minor), enums: enumsOfGo(goCode) });
}

/** Custom resources are there in every minor. */
const withCustom = (schemas: MinorSchemas, custom: MinorSchemas): MinorSchemas => ({
  kinds: { ...schemas.kinds, ...custom.kinds },
  definitions: { ...custom.definitions, ...schemas.definitions },
});

/** Makes the content of schemas.json anew. */
export function buildSchemas(minors: readonly MinorSource[], custom: CustomSource): SchemasFile {
  const customSchemas = schemasOfCrds(custom.crds);
  return compactSchemas(
    new Map(minors.map((one) => [one.minor, withCustom(schemasOf(one), customSchemas)])),
    new Map(minors.map((one) => [one.minor, one.source])),
    Object.fromEntries(custom.crds.map((crd) => [crd.spec.group, custom.source])),
  );
}

/** Puts one minor in the place of what schemas.json says of it, or adds it. The rest stays as it is. */
export function refreshSchemas(file: SchemasFile, source: MinorSource): SchemasFile {
  const known = Object.keys(file.minors).map((minor) => [minor, expandSchemas(file, minor)] as const);
  const [, any] = known[0] ?? ['', { kinds: {}, definitions: {} }];
  const isCustom = ([key]: [string, unknown]) => file.customGroups[key.split('/')[0] ?? ''] !== undefined;
  const custom = {
    kinds: Object.fromEntries(Object.entries(any.kinds).filter(isCustom)),
    definitions: Object.fromEntries(Object.entries(any.definitions).filter(isCustom)),
  };
  return compactSchemas(
    new Map([...known, [source.minor, withCustom(schemasOf(source), custom)]]),
    new Map([...Object.entries(file.minors), [source.minor, source.source]]),
    file.customGroups,
  );
}
