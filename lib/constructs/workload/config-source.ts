/** A ConfigMap as a workload reads it: all keys as environment variables, or each key as a file in a folder. */
export type ConfigSource =
  | { readonly as: 'environment'; readonly configMap: string }
  | { readonly as: 'files'; readonly configMap: string; readonly folder: string };
