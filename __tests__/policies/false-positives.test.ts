import { CATALOGUE } from '../../lib/policies/catalogue';
import { bundledContext } from '../support/rule-context';
import { noSeeds, seeds } from '../tutorials/seeds';
import { examplesOf } from './examples-of';

/** Fields that a rule finds wrong in fields of a container or of a Pod, or in whole objects. */
function found(id: string, yaml: string): string[] {
  const rule = CATALOGUE.find((entry) => entry.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return examplesOf(rule, yaml).flatMap((object) => rule.check([object], bundledContext).map(({ field }) => field));
}

const pod = (spec: string, kind = 'apiVersion: v1\nkind: Pod') => `${kind}\nmetadata: { name: web }\nspec: { ${spec} }`;
const c = 'name: web, image: "web:1"';
const windows = (container: string) => pod(`os: { name: windows }, containers: [{ ${c}, ${container} }]`);

// the first lines are what users of other tools complained of, with the issue
test.each`
  rule                                | because                                                      | yaml
  ${'unset-cpu-requirements'}         | ${'only requests matter (kube-linter #459)'}                 | ${'resources: { requests: { cpu: 100m } }'}
  ${'no-anti-affinity'}               | ${'one Pod cannot be spread'}                                | ${'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: {} } }'}
  ${'no-anti-affinity'}               | ${'a term for zones will do (kube-linter #369)'}             | ${'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 2, template: { spec: { affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: topology.kubernetes.io/zone } }] } } } } }'}
  ${'no-anti-affinity'}               | ${'spread constraints will do'}                              | ${'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 2, template: { spec: { topologySpreadConstraints: [{ maxSkew: 1 }] } } }'}
  ${'privileged-container'}           | ${'unset is false (kube-score #275)'}                        | ${'securityContext: {}'}
  ${'no-liveness-probe'}              | ${'a Job ends by itself (checkov #4807)'}                    | ${pod(`template: { spec: { containers: [{ ${c} }] } }`, 'apiVersion: batch/v1\nkind: Job')}
  ${'no-liveness-probe'}              | ${'so does an init container'}                               | ${pod(`template: { spec: { initContainers: [{ ${c} }], containers: [{ ${c}, livenessProbe: {} }] } }`, 'apiVersion: apps/v1\nkind: Deployment')}
  ${'run-as-non-root'}                | ${'the Pod says it (kubescape #2296)'}                       | ${pod(`securityContext: { runAsNonRoot: true }, containers: [{ ${c}, securityContext: {} }]`)}
  ${'run-as-non-root'}                | ${'the container says otherwise than the Pod, and better'}   | ${pod(`securityContext: { runAsUser: 0 }, containers: [{ ${c}, securityContext: { runAsUser: 1000 } }]`)}
  ${'seccomp-profile'}                | ${'the Pod says it'}                                         | ${pod(`securityContext: { seccompProfile: { type: RuntimeDefault } }, containers: [{ ${c} }]`)}
  ${'high-user-id'}                   | ${'users of the Pod are nobody on the node'}                 | ${pod(`hostUsers: false, containers: [{ ${c} }]`)}
  ${'unsafe-proc-mount'}              | ${'users of the Pod are nobody on the node'}                 | ${pod(`hostUsers: false, containers: [{ ${c}, securityContext: { procMount: Unmasked } }]`)}
  ${'run-as-non-root'}                | ${'Windows has no root'}                                     | ${windows('securityContext: {}')}
  ${'privilege-escalation-container'} | ${'Windows lacks the field'}                                 | ${windows('securityContext: {}')}
  ${'drop-all-capabilities'}          | ${'Windows has none'}                                        | ${windows('securityContext: {}')}
  ${'drop-net-raw-capability'}        | ${'Windows has none'}                                        | ${windows('securityContext: {}')}
  ${'seccomp-profile'}                | ${'Windows has none'}                                        | ${windows('securityContext: {}')}
  ${'no-read-only-root-fs'}           | ${'Windows cannot'}                                          | ${windows('securityContext: {}')}
  ${'drop-net-raw-capability'}        | ${'ALL has it too'}                                          | ${'securityContext: { capabilities: { drop: [ALL] } }'}
  ${'unset-memory-request'}           | ${'a limit without a request is both'}                       | ${'resources: { limits: { memory: 64Mi } }'}
  ${'unset-memory-requirements'}      | ${'the Pod has resources as a whole'}                        | ${pod(`resources: { limits: { memory: 1Gi } }, containers: [{ ${c} }]`)}
  ${'unset-cpu-requirements'}         | ${'an init container is done when the Pod serves'}           | ${pod(`initContainers: [{ ${c} }], containers: [{ ${c}, resources: { limits: { cpu: 1 } } }]`)}
  ${'requests-equal-limits'}          | ${'1000m is 1'}                                              | ${'resources: { limits: { cpu: 1, memory: 1Gi }, requests: { cpu: 1000m, memory: 1024Mi } }'}
  ${'latest-tag'}                     | ${'a digest is more than a tag'}                             | ${'image: nginx@sha256:0123'}
  ${'latest-tag'}                     | ${'a tag that only begins like it'}                          | ${'image: nginx:latest-1.27'}
  ${'image-pull-policy'}              | ${'without a tag it is Always'}                              | ${'image: nginx'}
  ${'liveness-port'}                  | ${'a command asks at no port'}                               | ${'livenessProbe: { exec: { command: ["true"] } }'}
  ${'liveness-port'}                  | ${'the protocol is TCP unless said'}                         | ${'ports: [{ containerPort: 80, protocol: TCP }]\nlivenessProbe: { tcpSocket: { port: 80 } }'}
  ${'readiness-port'}                 | ${'grpc asks by number'}                                     | ${'ports: [{ containerPort: 80 }]\nreadinessProbe: { grpc: { port: 80, service: "" } }'}
  ${'probe-port-name'}                | ${'a number need not be declared'}                           | ${'livenessProbe: { httpGet: { port: 8080 } }'}
  ${'identical-probes'}               | ${'one endpoint, more patience: what Kubernetes recommends'} | ${'livenessProbe: { grpc: { port: 80 }, periodSeconds: 20 }\nreadinessProbe: { grpc: { port: 80 } }'}
  ${'ssh-port'}                       | ${'22 of UDP is not SSH'}                                    | ${'ports: [{ containerPort: 22, protocol: UDP }]'}
  ${'host-port'}                      | ${'0 is none'}                                               | ${'ports: [{ containerPort: 80, hostPort: 0 }]'}
  ${'sensitive-host-mounts'}          | ${'a file below is not the directory'}                       | ${'volumes: [{ name: a, hostPath: { path: /etc/localtime } }]'}
  ${'sensitive-host-mounts'}          | ${'a name that begins alike'}                                | ${'volumes: [{ name: a, hostPath: { path: /procedures } }]'}
  ${'writable-host-mount'}            | ${'an emptyDir may be written'}                              | ${pod(`volumes: [{ name: a, emptyDir: {} }], containers: [{ ${c}, volumeMounts: [{ name: a, mountPath: /a }] }]`)}
  ${'env-var-secret'}                 | ${'a reference holds none'}                                  | ${'env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: a, key: b } } }, { name: API_KEY, value: $(TOKEN) }, { name: PASSWORD, value: "" }]'}
  ${'env-var-secret'}                 | ${'the name of a Secret is none'}                            | ${'env: [{ name: SECRET_NAME, value: shop }, { name: TOKEN_TTL, value: "3600" }, { name: USE_TOKEN, value: "true" }]'}
  ${'naked-pod'}                      | ${'a workload made it'}                                      | ${'apiVersion: v1\nkind: Pod\nmetadata: { name: web, ownerReferences: [{ kind: ReplicaSet }] }\nspec: {}'}
  ${'default-service-account'}        | ${'without a token the account grants nothing'}              | ${'automountServiceAccountToken: false'}
  ${'tiller'}                         | ${'a name that ends alike'}                                  | ${'image: shop/distiller:1'}
  ${'dangerous-capabilities'}         | ${'null is nothing'}                                         | ${'securityContext: { capabilities: { add: null } }'}
  ${'no-anti-affinity'}               | ${'an expression will do (kube-linter #286)'}                | ${'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 2, template: { spec: { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname, labelSelector: { matchExpressions: [{ key: app, operator: In, values: [web] }] } }] } } } } }'}
  ${'use-namespace'}                  | ${'a chart says none until it is installed (CKV_K8S_21)'}    | ${'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }'}
  ${'pdb-min-available'}              | ${'the status is not the specification (polaris #618)'}      | ${'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: web }\nspec: { minAvailable: 1 }\nstatus: { disruptionsAllowed: 0 }'}
  ${'no-rolling-update-strategy'}     | ${'nothing is said where it is the default'}                 | ${'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 2 }'}
  ${'container-image'}                | ${'OpenShift fills a blank in'}                              | ${'image: " "'}
  ${'one-shot-command'}               | ${'the shell goes on to be the server'}                      | ${'command: [sh, -c, "cp /a /b && exec nginx"]'}
  ${'one-shot-command'}               | ${'a loop does not end'}                                     | ${'command: [sh, -c, "while true; do date; sleep 1; done"]'}
  ${'one-shot-command'}               | ${'it sleeps when it is done'}                               | ${'command: [sh, -c, "echo ready; sleep infinity"]'}
  ${'one-shot-command'}               | ${'it waits for who types'}                                  | ${'command: [cat]\nstdin: true'}
  ${'one-shot-command'}               | ${'a stream is followed'}                                    | ${'command: [curl, -N, "http://api.shop.svc/events"]'}
  ${'one-shot-command'}               | ${'a watch does not end'}                                    | ${'command: [curl, "http://api.shop.svc/pods?watch=true"]'}
  ${'one-shot-command'}               | ${'env starts another program'}                              | ${'command: [env, "PORT=80", nginx]'}
  ${'one-shot-command'}               | ${'what the image runs is not known'}                        | ${'args: [echo, hello]'}
  ${'one-shot-command'}               | ${'it may end: the Pod is not started again'}                | ${pod(`restartPolicy: OnFailure, containers: [{ ${c}, command: [echo] }]`)}
  ${'one-shot-command'}               | ${'a Job ends'}                                              | ${pod(`template: { spec: { restartPolicy: Never, containers: [{ ${c}, command: [echo] }] } }`, 'apiVersion: batch/v1\nkind: Job')}
  ${'one-shot-command'}               | ${'an init container ends'}                                  | ${pod(`initContainers: [{ ${c}, command: [echo] }], containers: [{ ${c} }]`)}
  ${'one-shot-command'}               | ${'a name that only begins like one'}                        | ${'command: [caterpillar]'}
  ${'probe-finds-itself'}             | ${'grep is left out'}                                        | ${'livenessProbe: { exec: { command: [sh, -c, "ps aux | grep web | grep -v grep"] } }'}
  ${'probe-finds-itself'}             | ${'pgrep leaves itself out'}                                 | ${'livenessProbe: { exec: { command: [pgrep, -f, web] } }'}
  ${'probe-finds-itself'}             | ${'another list than that of processes'}                     | ${'livenessProbe: { exec: { command: [sh, -c, "df | grep data"] } }'}
  ${'probe-finds-itself'}             | ${'a program whose name ends alike'}                         | ${'livenessProbe: { exec: { command: [sh, -c, "myps | grep web"] } }'}
  ${'init-container-output'}          | ${'it waits for a server'}                                   | ${`initContainers: [{ ${c}, command: [sh, -c, "until wget -q -O- http://db:80; do sleep 1; done"] }]\ncontainers: [{ ${c} }]`}
  ${'init-container-output'}          | ${'it looks whether something is there'}                     | ${`initContainers: [{ ${c}, command: [wget, --spider, "http://db:80"] }]\ncontainers: [{ ${c} }]`}
  ${'init-container-output'}          | ${'the next init container takes it'}                        | ${`initContainers: [{ name: a, command: [wget, "http://a"], volumeMounts: [{ name: v, mountPath: /v }] }, { name: b, volumeMounts: [{ name: v, mountPath: /v }] }]\ncontainers: [{ ${c} }]`}
  ${'init-container-output'}          | ${'the volume outlives the Pod'}                             | ${`initContainers: [{ name: a, command: [wget, "http://a"], volumeMounts: [{ name: v, mountPath: /v }] }]\ncontainers: [{ ${c} }]\nvolumes: [{ name: v, persistentVolumeClaim: { claimName: v } }]`}
  ${'init-container-output'}          | ${'a sidecar is no init container'}                          | ${`initContainers: [{ ${c}, restartPolicy: Always, command: [sh, -c, "git clone https://a"] }]\ncontainers: [{ ${c} }]`}
  ${'port-conflict'}                  | ${'one port number of two protocols'}                        | ${'containers: [{ name: a, image: a, ports: [{ containerPort: 53 }] }, { name: b, image: b, ports: [{ containerPort: 53, protocol: UDP }] }]'}
  ${'port-conflict'}                  | ${'one image, told to be two things'}                        | ${'containers: [{ name: a, image: shop, args: [web] }, { name: b, image: shop, args: [worker] }]'}
  ${'port-conflict'}                  | ${'one image, on two ports by a variable'}                   | ${'containers: [{ name: a, image: shop, env: [{ name: PORT, value: "1" }] }, { name: b, image: shop, env: [{ name: PORT, value: "2" }] }]'}
  ${'anti-affinity-itself'}           | ${'it keeps away from another program'}                      | ${`apiVersion: v1\nkind: Pod\nmetadata: { name: web, labels: { app: web } }\nspec: { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: a, labelSelector: { matchLabels: { app: batch } } }] } } }`}
  ${'anti-affinity-itself'}           | ${'everybody is meant'}                                      | ${'affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: a, labelSelector: {} }] } }'}
  ${'anti-affinity-itself'}           | ${'all but some are meant'}                                  | ${'affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: a, labelSelector: { matchExpressions: [{ key: app, operator: NotIn, values: [a] }] } }] } }'}
  ${'dedicated-nodes'}                | ${'a label of what a node has'}                              | ${'nodeSelector: { disktype: ssd, kubernetes.io/arch: amd64 }'}
  ${'dedicated-nodes'}                | ${'a wish keeps nobody out, and is not meant to'}            | ${'affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchExpressions: [{ key: app, operator: In, values: [a] }] } }] } }'}
  ${'quota-limits'}                   | ${'a quota of something else'}                               | ${'apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: web }\nspec: { hard: { pods: "10", requests.cpu: "2" } }'}
  ${'fixed-cluster-ip'}               | ${'nodes are told the address of DNS'}                       | ${'apiVersion: v1\nkind: Service\nmetadata: { name: kube-dns, labels: { k8s-app: kube-dns } }\nspec: { clusterIP: 10.96.0.10 }'}
  ${'fixed-cluster-ip'}               | ${'it was read from the cluster'}                            | ${'apiVersion: v1\nkind: Service\nmetadata: { name: web, uid: a }\nspec: { clusterIP: 10.96.0.10 }'}
  ${'node-object'}                    | ${'it was read from the cluster'}                            | ${'apiVersion: v1\nkind: Node\nmetadata: { name: web, uid: a }'}
  ${'bare-replica-set'}               | ${'a Deployment made it'}                                    | ${'apiVersion: apps/v1\nkind: ReplicaSet\nmetadata: { name: web, ownerReferences: [{ kind: Deployment }] }'}
  ${'blank-restriction'}              | ${'a key that is not there'}                                 | ${'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web }\nspec: { rules: [{ http: {} }] }'}
  ${'blank-restriction'}              | ${'everything is meant, and said so'}                        | ${'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { podSelector: {}, ingress: [{ from: [] }] }'}
  ${'blank-restriction'}              | ${'an empty map by kubectl'}                                 | ${'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, creationTimestamp: null }\nspec: { template: { metadata: { creationTimestamp: null } } }'}
  ${'daemon-set-rolling-update'}      | ${'maxUnavailable is 1 where it is left out'}                | ${'apiVersion: apps/v1\nkind: DaemonSet\nmetadata: { name: web }\nspec: { updateStrategy: { type: RollingUpdate, rollingUpdate: {} } }'}
  ${'daemon-set-rolling-update'}      | ${'0 % is 0'}                                                | ${'apiVersion: apps/v1\nkind: DaemonSet\nmetadata: { name: web }\nspec: { updateStrategy: { rollingUpdate: { maxUnavailable: "0%", maxSurge: 10% } } }'}
  ${'external-traffic-policy'}        | ${'outside addresses make it reachable'}                     | ${'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { externalIPs: [192.0.2.1], externalTrafficPolicy: Local }'}
  ${'ingress-path'}                   | ${'the controller reads an expression'}                      | ${'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web }\nspec: { rules: [{ http: { paths: [{ path: "cart(/|$)(.*)", pathType: ImplementationSpecific }] } }] }'}
  ${'ingress-backend-name'}           | ${'a resource is no Service'}                                | ${'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web }\nspec: { defaultBackend: { resource: { kind: Bucket, name: a.b } } }'}
  ${'ingress-class-annotation'}       | ${'both say the same, for older controllers'}                | ${'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web, annotations: { kubernetes.io/ingress.class: nginx } }\nspec: { ingressClassName: nginx }'}
  ${'ingress-class'}                  | ${'the annotation names one'}                                | ${'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web, annotations: { kubernetes.io/ingress.class: nginx } }\nspec: {}'}
  ${'volume-mount-name'}              | ${'a StatefulSet claims it'}                                 | ${'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: web }\nspec: { volumeClaimTemplates: [{ metadata: { name: data } }], template: { spec: { containers: [{ name: a, volumeMounts: [{ name: data }] }] } } }'}
  ${'undefined-reference'}            | ${'two dollars are one'}                                     | ${'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: a, env: [{ name: A, value: $$(B) }] }] }'}
  ${'undefined-reference'}            | ${'envFrom may bring it'}                                    | ${'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: a, envFrom: [{ configMapRef: { name: a } }], env: [{ name: A, value: $(B) }] }] }'}
  ${'undefined-reference'}            | ${'a Service that is elsewhere may bring it'}                | ${'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: a, env: [{ name: A, value: $(DB_SERVICE_HOST) }] }] }'}
  ${'removed-flag'}                   | ${'another program has a flag of that name'}                 | ${'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: a, command: [web, --port=80] }] }'}
  ${'deprecated-node-label'}          | ${'a taint of a cluster that was upgraded'}                  | ${'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { tolerations: [{ key: node-role.kubernetes.io/master, operator: Exists }] }'}
  ${'in-tree-volume'}                 | ${'hostPath, emptyDir and claims stay'}                      | ${'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { volumes: [{ name: a, emptyDir: {} }, { name: b, hostPath: { path: /a } }, { name: c, nfs: {} }, { name: d, csi: {} }] }'}
  ${'lifecycle-tcp-socket'}           | ${'a probe may'}                                             | ${'livenessProbe: { tcpSocket: { port: 80 } }'}
  ${'network-policy-peer'}            | ${'Pods of namespaces'}                                      | ${'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { ingress: [{ from: [{ podSelector: {}, namespaceSelector: {} }] }, {}] }'}
  ${'apparmor-unconfined'}            | ${'a container without a name'}                              | ${'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ image: "web:1" }] }'}
`('$rule is silent: $because', ({ rule, yaml }) => {
  expect(found(rule, yaml)).toEqual([]);
});

test.each`
  rule                        | what                                           | yaml                                                                                                                                                                                                                                                                                                                                                                       | fields
  ${'run-as-non-root'}        | ${'the container says otherwise than the Pod'} | ${pod(`securityContext: { runAsNonRoot: true }, containers: [{ ${c}, securityContext: { runAsUser: 0 } }]`)}                                                                                                                                                                                                                                                               | ${['spec.containers[0].securityContext.runAsNonRoot']}
  ${'privileged-container'}   | ${'an init container and an ephemeral one'}    | ${pod(['initContainers', 'ephemeralContainers'].map((list) => `${list}: [{ ${c}, securityContext: { privileged: true } }]`).join())}                                                                                                                                                                                                                                       | ${['spec.initContainers[0].securityContext.privileged', 'spec.ephemeralContainers[0].securityContext.privileged']}
  ${'unset-cpu-requirements'} | ${'a sidecar'}                                 | ${pod(`initContainers: [{ ${c}, restartPolicy: Always }]`)}                                                                                                                                                                                                                                                                                                                | ${['spec.initContainers[0].resources.requests.cpu']}
  ${'latest-tag'}             | ${'the port of a registry is no tag'}          | ${'image: registry.example.com:5000/web'}                                                                                                                                                                                                                                                                                                                                  | ${['spec.containers[0].image']}
  ${'liveness-port'}          | ${'a port of UDP'}                             | ${'ports: [{ containerPort: 80, protocol: UDP }]\nlivenessProbe: { tcpSocket: { port: 80 } }'}                                                                                                                                                                                                                                                                             | ${['spec.containers[0].livenessProbe']}
  ${'apparmor-unconfined'}    | ${'the annotation of older manifests'}         | ${`apiVersion: v1\nkind: Pod\nmetadata: { annotations: { container.apparmor.security.beta.kubernetes.io/web: unconfined } }\nspec: { containers: [{ ${c} }] }`}                                                                                                                                                                                                            | ${['spec.containers[0].securityContext.appArmorProfile.type']}
  ${'selinux-options'}        | ${'of the Pod'}                                | ${pod(`securityContext: { seLinuxOptions: { role: sysadm_r } }, containers: [{ ${c} }]`)}                                                                                                                                                                                                                                                                                  | ${['spec.containers[0].securityContext.seLinuxOptions']}
  ${'no-anti-affinity'}       | ${'a term for another namespace'}              | ${'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\nspec: { replicas: 2, template: { spec: { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ namespaces: [other] }] } } } } }'}                                                                                                                          | ${['spec.template.spec.affinity.podAntiAffinity']}
  ${'sensitive-host-mounts'}  | ${'the root, with and without more slashes'}   | ${'volumes: [{ name: a, hostPath: { path: // } }]'}                                                                                                                                                                                                                                                                                                                        | ${['spec.volumes']}
  ${'sensitive-host-mounts'}  | ${'what lies below the keys of the cluster'}   | ${'volumes: [{ name: a, hostPath: { path: /etc/kubernetes/pki } }]'}                                                                                                                                                                                                                                                                                                       | ${['spec.volumes']}
  ${'docker-sock'}            | ${'the socket of containerd'}                  | ${'volumes: [{ name: a, hostPath: { path: /run/containerd/containerd.sock } }]'}                                                                                                                                                                                                                                                                                           | ${['spec.volumes']}
  ${'env-var-secret'}         | ${'a key, whatever the name'}                  | ${'env: [{ name: A, value: "-----BEGIN OPENSSH PRIVATE KEY-----" }]'}                                                                                                                                                                                                                                                                                                      | ${['spec.containers[0].env']}
  ${'probe-host'}             | ${'a hook'}                                    | ${'lifecycle: { preStop: { httpGet: { host: example.com, port: 80 } } }'}                                                                                                                                                                                                                                                                                                  | ${['spec.containers[0].livenessProbe']}
  ${'one-shot-command'}       | ${'a sidecar of a Job'}                        | ${pod(`template: { spec: { restartPolicy: Never, containers: [{ ${c} }], initContainers: [{ ${c}, restartPolicy: Always, command: [date] }] } }`, 'apiVersion: batch/v1\nkind: Job')}                                                                                                                                                                                      | ${['spec.template.spec.initContainers[0].command']}
  ${'one-shot-command'}       | ${'several in a line, by any shell'}           | ${'command: [/bin/bash, -ec, "cd /a && ls -l | wc -l > /b 2>&1; true"]'}                                                                                                                                                                                                                                                                                                   | ${['spec.containers[0].command']}
  ${'one-shot-command'}       | ${'by the list alone'}                         | ${'command: [/usr/bin/curl]\nargs: [-sf, "http://a"]'}                                                                                                                                                                                                                                                                                                                     | ${['spec.containers[0].command']}
  ${'probe-finds-itself'}     | ${'in a readiness probe'}                      | ${'readinessProbe: { exec: { command: [sh, -c, "test $(ps -ef|grep web|wc -l) -gt 0"] } }'}                                                                                                                                                                                                                                                                                | ${['spec.containers[0].livenessProbe.exec.command']}
  ${'port-conflict'}          | ${'a port that two declare'}                   | ${'containers: [{ name: a, image: a, ports: [{ containerPort: 80 }] }, { name: b, image: b, ports: [{ containerPort: 80, protocol: TCP }] }]'}                                                                                                                                                                                                                             | ${['spec.containers']}
  ${'blank-restriction'}      | ${'sources that were left blank'}              | ${'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web }\nspec: { podSelector: {}, ingress: [{ from: null }] }'}                                                                                                                                                                                                                                  | ${['spec.ingress[0].from']}
  ${'deprecated-node-label'}  | ${'wherever nodes are chosen'}                 | ${'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { nodeSelector: { beta.kubernetes.io/os: linux }, topologySpreadConstraints: [{ topologyKey: failure-domain.beta.kubernetes.io/zone }], affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: beta.kubernetes.io/arch }] }] } } } }'} | ${['spec.nodeSelector[beta.kubernetes.io/os]', 'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key', 'spec.topologySpreadConstraints[0].topologyKey']}
  ${'removed-flag'}           | ${'each gate of a list'}                       | ${'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, command: [/usr/local/bin/kube-controller-manager], args: [--feature-gates=TTLAfterFinished=true, --port=0] }] }'}                                                                                                                                                                     | ${['spec.containers[0].args[0]', 'spec.containers[0].args[1]']}
  ${'cron-schedule'}          | ${'a day that no month has'}                   | ${'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\nspec: { schedule: 0 0 31 4 * }'}                                                                                                                                                                                                                                                                            | ${['spec.schedule']}
  ${'deprecated-annotation'}  | ${'of a template too'}                         | ${'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { template: { metadata: { annotations: { scheduler.alpha.kubernetes.io/critical-pod: "" } }, spec: {} } }'}                                                                                                                                                                                         | ${['spec.template.metadata.annotations[scheduler.alpha.kubernetes.io/critical-pod]']}
`('$rule finds: $what', ({ rule, yaml, fields }) => {
  expect(found(rule, yaml)).toEqual(fields);
});

test('a parameter that a cluster sets takes the place of its standard', () => {
  const rule = CATALOGUE.find(({ id }) => id === 'allowed-registries');
  const brokenBy = (image: string, allowedRegistries: readonly string[]) =>
    rule?.check(examplesOf(rule, `image: ${image}`), { ...bundledContext, parameters: { allowedRegistries } }).length;
  expect(brokenBy('nginx', [])).toBe(0);
  expect(brokenBy('nginx', ['docker.io/library'])).toBe(0);
  expect(brokenBy('shop/web', ['docker.io/library'])).toBe(1);
  expect(brokenBy('localhost:5000/web', ['localhost:5000'])).toBe(0);
  expect(brokenBy('ghcr.io.example.com/shop/web', ['ghcr.io'])).toBe(1);
});

test('no two rules have a parameter of one name, nor one of the names that every expression knows', () => {
  const names = CATALOGUE.flatMap(({ parameters }) => Object.keys(parameters ?? {}));
  expect([...names, 'podSpec', 'podMetadata']).toEqual([...new Set([...names, 'podSpec', 'podMetadata'])]);
});

(noSeeds ? test.skip : test)(
  `what the tutorials have without a defect breaks nothing that stops a synthesis${noSeeds ? ` (skipped: ${noSeeds})` : ''}`,
  () => {
    // a tutorial says no namespace, and its custom resources are those of its cluster
    const context = { ...bundledContext, customResourceGroups: ['autoscaling.k8s.io'] };
    const rules = CATALOGUE.filter(
      ({ id, severity, level }) => severity === 'error' && level === 'baseline' && id !== 'namespace-scope',
    );
    const clean = seeds().filter(({ defect }) => !defect);
    const broken = clean.flatMap(({ id, object }) =>
      rules.filter((rule) => rule.check([object], context).length > 0).map((rule) => `${id} ${rule.id}`),
    );
    expect({ clean: clean.length > 70, broken }).toEqual({ clean: true, broken: [] });
  },
);
