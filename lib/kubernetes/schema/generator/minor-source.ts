import type { FeatureGates } from './feature-gates';
import { enumsOfGo } from './go-enums';
import type { OpenApiDocument } from './json-schema';
import type { MinorSchemas } from './minor-schemas';
import { offByDefault } from './off-by-default';
import { schemasOfOpenApi } from './openapi';

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

  /**
   * What its feature gates say.
   *
   * @default - what is known of this minor already
   */
  readonly featureGates?: FeatureGates;
}

/** The schemas of a minor, together with those of custom resources, which are there in every minor. */
export function schemasOfMinor(
  { minor, document, goCode, featureGates }: MinorSource,
  custom: MinorSchemas,
): MinorSchemas {
  const isPublished = goCode !== undefined;
  const own = schemasOfOpenApi(document, {
    isOff: (kind) => isPublished && offByDefault(kind, minor),
    enums: enumsOfGo(goCode ?? ''),
  });
  return {
    kinds: { ...own.kinds, ...custom.kinds },
    definitions: { ...custom.definitions, ...own.definitions },
    featureGates,
  };
}
