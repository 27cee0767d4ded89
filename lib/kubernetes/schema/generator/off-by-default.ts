import type { GroupVersionKind } from './json-schema';

/**
 * Whether an API server of this minor serves the version only when started with `--runtime-config`: alpha always, beta
 * since 1.24, but for what was there before.
 *
 * @source kubernetes/kubernetes@v1.30.14 pkg/controlplane/instance.go legacyBetaEnabledByDefaultResources
 * @source kubernetes/kubernetes@v1.36.3 pkg/controlplane/instance.go DefaultAPIResourceConfigSource
 */
export function offByDefault({ group, version }: GroupVersionKind, minor: string): boolean {
  if (group === 'flowcontrol.apiserver.k8s.io' && version === 'v1beta3') return !['1.30', '1.31'].includes(minor);
  return /alpha|beta/.test(version);
}
