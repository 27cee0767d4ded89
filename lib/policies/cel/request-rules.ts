import { groupOf } from '../../kubernetes/identity';
import type { SubjectKind } from './admission-rule';

/** Requests that a policy is asked about. */
export interface RequestRule {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly operations: readonly ('CREATE' | 'UPDATE')[];
  readonly resources: readonly string[];
}

/**
 * Requests that make or change an object of some kinds. Requests about a part of it are none: a scale, a status, a binding to
 * a node, an ephemeral container for whoever has to look into a Pod that runs.
 */
export function requestRules(kinds: readonly SubjectKind[]): RequestRule[] {
  const byVersion = new Map<string, string[]>();
  for (const { apiVersion, resource } of kinds) {
    byVersion.set(apiVersion, [...(byVersion.get(apiVersion) ?? []), resource]);
  }
  return [...byVersion].map(([apiVersion, resources]) => ({
    apiGroups: [groupOf(apiVersion)],
    apiVersions: [apiVersion.slice(apiVersion.indexOf('/') + 1)],
    operations: ['CREATE', 'UPDATE'],
    resources: [...resources].sort(),
  }));
}
