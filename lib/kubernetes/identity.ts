import type { Manifest } from './manifest';

/** API group of an apiVersion; empty for the core group. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

/** What an object is to its cluster, as kubectl writes it: `Deployment.apps prod/hello`. The version is no part of it. */
export function identityOf({ apiVersion, kind, metadata }: Manifest): string {
  const group = groupOf(apiVersion);
  const name = metadata.namespace ? `${metadata.namespace}/${metadata.name}` : metadata.name;
  return `${group ? `${kind}.${group}` : kind} ${name}`;
}
