import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../lib/kubernetes/manifest';

const TEMPLATE = '{ metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "web:1" }] } }';

/**
 * Objects that have every field which a feature gate keeps off in the oldest Kubernetes or in the newest one, of what people
 * write: not of a status, nor of what a scheduler or a driver writes.
 */
const YAML = `
apiVersion: v1
kind: Pod
metadata: { name: gated, namespace: default }
spec:
  hostUsers: false
  resourceClaims: [{ name: gpu, resourceClaimName: gpu }]
  schedulingGroup: { podGroupName: crew }
  affinity:
    podAntiAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        - topologyKey: kubernetes.io/hostname
          labelSelector: { matchLabels: { app: web } }
          matchLabelKeys: [version]
          mismatchLabelKeys: [team]
  containers:
    - name: web
      image: web:1
      resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }]
      lifecycle: { stopSignal: SIGINT }
      resources: { claims: [{ name: gpu }] }
      securityContext: { procMount: Unmasked }
      volumeMounts: [{ name: trust, mountPath: /trust, readOnly: true, recursiveReadOnly: IfPossible }]
  volumes:
    - name: trust
      projected:
        sources:
          - configMap: { name: trust }
            clusterTrustBundle: { name: roots, path: roots.pem }
          - secret: { name: trust }
            podCertificate: { signerName: example.com/web, keyType: ED25519, credentialBundlePath: web.pem }
---
apiVersion: v1
kind: Service
metadata: { name: gated, namespace: default }
spec: { trafficDistribution: PreferClose, selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: gated, namespace: default }
spec:
  volumeAttributesClassName: fast
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 1Gi } }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: gated-source, namespace: default }
spec:
  dataSourceRef: { apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: yesterday, namespace: backup }
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 1Gi } }
---
apiVersion: v1
kind: PersistentVolume
metadata: { name: gated }
spec:
  volumeAttributesClassName: fast
  accessModes: [ReadWriteOnce]
  capacity: { storage: 1Gi }
  csi: { driver: disk.example.com, volumeHandle: one }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: gated, namespace: default }
spec:
  serviceName: web
  updateStrategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 2 } }
  selector: { matchLabels: { app: web } }
  template: ${TEMPLATE}
---
apiVersion: batch/v1
kind: Job
metadata: { name: gated, namespace: default }
spec:
  managedBy: example.com/queue
  completionMode: Indexed
  completions: 3
  successPolicy: { rules: [{ succeededCount: 1 }] }
  template: { spec: { restartPolicy: Never, containers: [{ name: web, image: "web:1" }] } }
---
apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: { name: gated, namespace: default }
spec: { strategy: OldestEmulationVersion, holderIdentity: one }
---
apiVersion: storage.k8s.io/v1
kind: CSIDriver
metadata: { name: gated.example.com }
spec: { preventPodSchedulingIfMissing: true }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: gates.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { plural: gates, kind: Gate }
  versions:
    - name: v1
      served: true
      storage: true
      selectableFields: [{ jsonPath: .spec.colour }]
      schema:
        openAPIV3Schema:
          type: object
          properties: { spec: { type: object, properties: { colour: { type: string } } } }
`;

export const GATED_EXAMPLES: readonly Manifest[] = parseAllDocuments(YAML).map((document) => document.toJS());
