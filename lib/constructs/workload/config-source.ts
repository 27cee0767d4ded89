/** A ConfigMap or a Secret as a workload reads it: all keys as environment variables, or each key as a file in a folder. */
export type ConfigSource =
  | { readonly as: 'environment'; readonly configMap: string }
  | { readonly as: 'environment'; readonly secret: string }
  | { readonly as: 'files'; readonly configMap: string; readonly folder: string }
  | { readonly as: 'files'; readonly secret: string; readonly folder: string };
