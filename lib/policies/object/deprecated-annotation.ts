import type { Manifest } from '../../kubernetes/manifest';
import { manifestFieldObject } from '../../kubernetes/manifest-field';
import { podOf } from '../../kubernetes/pod-of';
import type { Rule, Violation } from '../rule';

/** An annotation that a field took the place of: what is written instead, and since when it does nothing, where it does nothing. */
interface Replaced {
  readonly instead: string;
  readonly silentSince?: string;
}

/**
 * By the annotation, or what it begins with.
 *
 * @source kubernetes@1.36 pkg/api/pod/warnings.go, pkg/api/persistentvolume/util.go, pkg/api/service/warnings.go;
 *   kubernetes.io/docs/reference/labels-annotations-taints
 */
const ANNOTATIONS: Readonly<Record<string, Replaced>> = {
  'container.apparmor.security.beta.kubernetes.io/': { instead: 'securityContext.appArmorProfile of the container' },
  'container.seccomp.security.alpha.kubernetes.io/': {
    instead: 'securityContext.seccompProfile of the container',
    silentSince: '1.27',
  },
  'kubernetes.io/enforce-mountable-secrets': { instead: 'a namespace of its own for the Secrets' },
  'pod.alpha.kubernetes.io/init-containers': { instead: 'spec.initContainers', silentSince: '1.8' },
  'pod.beta.kubernetes.io/init-containers': { instead: 'spec.initContainers', silentSince: '1.8' },
  'scheduler.alpha.kubernetes.io/affinity': { instead: 'spec.affinity', silentSince: '1.8' },
  'scheduler.alpha.kubernetes.io/critical-pod': { instead: 'spec.priorityClassName', silentSince: '1.16' },
  'scheduler.alpha.kubernetes.io/tolerations': { instead: 'spec.tolerations', silentSince: '1.8' },
  'seccomp.security.alpha.kubernetes.io/pod': { instead: 'spec.securityContext.seccompProfile', silentSince: '1.27' },
  'security.alpha.kubernetes.io/sysctls': { instead: 'spec.securityContext.sysctls', silentSince: '1.11' },
  'security.alpha.kubernetes.io/unsafe-sysctls': { instead: 'spec.securityContext.sysctls', silentSince: '1.11' },
  'service.alpha.kubernetes.io/tolerate-unready-endpoints': { instead: 'spec.publishNotReadyAddresses' },
  'service.beta.kubernetes.io/external-traffic': { instead: 'spec.externalTrafficPolicy', silentSince: '1.8' },
  'service.beta.kubernetes.io/load-balancer-source-ranges': { instead: 'spec.loadBalancerSourceRanges' },
  'service.kubernetes.io/topology-aware-hints': { instead: 'the annotation service.kubernetes.io/topology-mode' },
  'volume.beta.kubernetes.io/mount-options': { instead: 'spec.mountOptions' },
  'volume.beta.kubernetes.io/storage-class': { instead: 'spec.storageClassName' },
};

/** What a field says is not said by an annotation of older days. At the desk only: an API server warns of them itself. */
export const deprecatedAnnotation: Rule = {
  id: 'deprecated-annotation',
  severity: 'warning',
  level: 'baseline',
  why: 'it is read no more, or will not be: what it asks for is silently left undone',
  mend: 'write the field that took its place, and take the annotation out',
  source: 'https://kubernetes.io/docs/reference/labels-annotations-taints/',
  examples: {
    bad: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop, annotations: { volume.beta.kubernetes.io/storage-class: fast } }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`,
    good: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { storageClassName: fast, accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`,
  },
  check: (objects) =>
    objects.flatMap((object) => {
      const pod = podOf(object);
      const isTemplate = pod !== undefined && pod.path !== 'spec';
      const own = replacedIn(object, 'metadata', object);
      const path = pod?.path.replace(/spec$/, 'metadata') ?? '';
      return isTemplate ? [...own, ...replacedIn({ metadata: pod.metadata }, path, object)] : own;
    }),
};

function replacedIn(holder: { readonly metadata: unknown }, path: string, object: Manifest): Violation[] {
  return Object.entries(manifestFieldObject(holder, 'metadata.annotations')).flatMap(([key, got]) => {
    const name = Object.keys(ANNOTATIONS).find((one) => key === one || (one.endsWith('/') && key.startsWith(one)));
    const { instead, silentSince } = ANNOTATIONS[name ?? ''] ?? {};
    if (instead === undefined) return [];
    const rule = silentSince ? `does nothing since Kubernetes ${silentSince}` : 'is deprecated';
    const mend = `write ${instead}, and take the annotation out`;
    return [{ object, field: `${path}.annotations[${key}]`, got, rule, mend }];
  });
}
