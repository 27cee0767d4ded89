import type { k8s } from '../../kubernetes/k8s';

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
