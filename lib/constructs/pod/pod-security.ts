import type { k8s } from '../../kubernetes/k8s';

/**
 * What Pod Security "restricted" asks of a Pod, and the user it runs as. Most images name root, which `runAsNonRoot`
 * would refuse at start, so the user is stated.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function podSecurity(user: number | 'root'): k8s.PodSecurityContext {
  const id = user === 'root' ? 0 : user;
  return {
    runAsNonRoot: user !== 'root',
    runAsUser: id,
    runAsGroup: id,
    fsGroup: id,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  };
}
