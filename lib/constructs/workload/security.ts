import type { k8s } from '../../kubernetes/k8s';

/** User and group that containers run as where nothing else is said: `nonroot` of the distroless images. */
export const NONROOT_ID = 65532;

/**
 * What Pod Security "restricted" asks of a Pod, and the user it runs as. Most images name root, which `runAsNonRoot`
 * would refuse at start, so the user is stated.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function podSecurity(user: number): k8s.PodSecurityContext {
  return {
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: user,
    fsGroup: user,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** What Pod Security "restricted" asks of a container, and a root file system that nothing can write to. */
export function containerSecurity(): k8s.SecurityContext {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
  };
}
