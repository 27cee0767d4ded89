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
`('$rule is silent: $because', ({ rule, yaml }) => {
  expect(found(rule, yaml)).toEqual([]);
});

test.each`
  rule                        | what                                           | yaml                                                                                                                                                                                                                                              | fields
  ${'run-as-non-root'}        | ${'the container says otherwise than the Pod'} | ${pod(`securityContext: { runAsNonRoot: true }, containers: [{ ${c}, securityContext: { runAsUser: 0 } }]`)}                                                                                                                                      | ${['spec.containers[0].securityContext.runAsNonRoot']}
  ${'privileged-container'}   | ${'an init container and an ephemeral one'}    | ${pod(['initContainers', 'ephemeralContainers'].map((list) => `${list}: [{ ${c}, securityContext: { privileged: true } }]`).join())}                                                                                                              | ${['spec.initContainers[0].securityContext.privileged', 'spec.ephemeralContainers[0].securityContext.privileged']}
  ${'unset-cpu-requirements'} | ${'a sidecar'}                                 | ${pod(`initContainers: [{ ${c}, restartPolicy: Always }]`)}                                                                                                                                                                                       | ${['spec.initContainers[0].resources.requests.cpu']}
  ${'latest-tag'}             | ${'the port of a registry is no tag'}          | ${'image: registry.example.com:5000/web'}                                                                                                                                                                                                         | ${['spec.containers[0].image']}
  ${'liveness-port'}          | ${'a port of UDP'}                             | ${'ports: [{ containerPort: 80, protocol: UDP }]\nlivenessProbe: { tcpSocket: { port: 80 } }'}                                                                                                                                                    | ${['spec.containers[0].livenessProbe']}
  ${'apparmor-unconfined'}    | ${'the annotation of older manifests'}         | ${`apiVersion: v1\nkind: Pod\nmetadata: { annotations: { container.apparmor.security.beta.kubernetes.io/web: unconfined } }\nspec: { containers: [{ ${c} }] }`}                                                                                   | ${['spec.containers[0].securityContext.appArmorProfile.type']}
  ${'selinux-options'}        | ${'of the Pod'}                                | ${pod(`securityContext: { seLinuxOptions: { role: sysadm_r } }, containers: [{ ${c} }]`)}                                                                                                                                                         | ${['spec.containers[0].securityContext.seLinuxOptions']}
  ${'no-anti-affinity'}       | ${'a term for another namespace'}              | ${'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\nspec: { replicas: 2, template: { spec: { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ namespaces: [other] }] } } } } }'} | ${['spec.template.spec.affinity.podAntiAffinity']}
  ${'sensitive-host-mounts'}  | ${'the root, with and without more slashes'}   | ${'volumes: [{ name: a, hostPath: { path: // } }]'}                                                                                                                                                                                               | ${['spec.volumes']}
  ${'sensitive-host-mounts'}  | ${'what lies below the keys of the cluster'}   | ${'volumes: [{ name: a, hostPath: { path: /etc/kubernetes/pki } }]'}                                                                                                                                                                              | ${['spec.volumes']}
  ${'docker-sock'}            | ${'the socket of containerd'}                  | ${'volumes: [{ name: a, hostPath: { path: /run/containerd/containerd.sock } }]'}                                                                                                                                                                  | ${['spec.volumes']}
  ${'env-var-secret'}         | ${'a key, whatever the name'}                  | ${'env: [{ name: A, value: "-----BEGIN OPENSSH PRIVATE KEY-----" }]'}                                                                                                                                                                             | ${['spec.containers[0].env']}
  ${'probe-host'}             | ${'a hook'}                                    | ${'lifecycle: { preStop: { httpGet: { host: example.com, port: 80 } } }'}                                                                                                                                                                         | ${['spec.containers[0].livenessProbe']}
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
