import type { k8s } from '../../kubernetes/k8s';

/** What Pod Security "restricted" asks of a container, and a root file system that nothing can write to. */
export function containerSecurity(): k8s.SecurityContext {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
  };
}
