/** What this project reads of a schema in an OpenAPI v2 document or in a CustomResourceDefinition. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly required?: readonly string[];
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-patch-merge-key'?: string;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
}

/** A kind and where it belongs, as OpenAPI documents say it. The group of `v1` is empty. */
export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** One operation of a path, such as the creation of a Deployment. */
export interface OpenApiOperation {
  readonly 'x-kubernetes-group-version-kind'?: GroupVersionKind;
}

/** What this project reads of the OpenAPI v2 document of an API server. */
export interface OpenApiDocument {
  readonly definitions: Readonly<
    Record<string, JsonSchema & { readonly 'x-kubernetes-group-version-kind'?: readonly GroupVersionKind[] }>
  >;
  readonly paths: Readonly<Record<string, { readonly post?: OpenApiOperation }>>;
}

/** What this project reads of a CustomResourceDefinition, apiextensions.k8s.io/v1. */
export interface CustomResourceDefinition {
  readonly kind: 'CustomResourceDefinition';
  readonly spec: {
    readonly group: string;
    readonly scope: 'Namespaced' | 'Cluster';
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly storage: boolean;
      readonly schema?: { readonly openAPIV3Schema?: JsonSchema };
    }[];
  };
}
