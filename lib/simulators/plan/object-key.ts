import type { Manifest } from '../../kubernetes/manifest';

/** What a plan calls an object by. */
export interface ObjectKey {
  readonly apiVersion: string;
  readonly kind: string;
  /** Nothing for what belongs to the cluster. */
  readonly namespace: string | undefined;
  readonly name: string;
}

/** The key of an object. */
export function objectKey({ apiVersion, kind, metadata }: Manifest): ObjectKey {
  return { apiVersion, kind, namespace: metadata.namespace, name: metadata.name ?? '' };
}

/** The key as people write it: `Deployment/prod/hello`; `Namespace/prod` for what belongs to the cluster. */
export function objectKeyText({ kind, namespace, name }: ObjectKey): string {
  return [kind, ...(namespace === undefined ? [] : [namespace]), name].join('/');
}
