import { parseAllDocuments } from 'yaml';
import { CATALOGUE } from '../../lib/policies/catalogue';
import { bundledContext } from '../support/rule-context';
import { noSeeds, seeds } from '../tutorials/seeds';

/** Fields that a rule finds wrong in some objects, each in a line of YAML. */
function found(id: string, objects: readonly string[]): string[] {
  const rule = CATALOGUE.find((entry) => entry.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  const manifests = parseAllDocuments(objects.join('\n---\n')).map((document) => document.toJS());
  return rule.check(manifests, bundledContext).map(({ field }) => field);
}

const object = (apiVersion: string, kind: string, spec: string, name = 'web') =>
  `{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: ${name}, namespace: shop }, ${spec} }`;
const template = (spec: string, labels = 'app: web') =>
  `template: { metadata: { labels: { ${labels} } }, spec: { ${spec} } }`;
const c = 'name: web, image: "web:1"';
const container = (more = '') => `containers: [{ ${c}${more} }]`;

const web = (spec = container(), top = '') => object('apps/v1', 'Deployment', `spec: { ${top} ${template(spec)} }`);
const job = (spec = container()) => object('batch/v1', 'Job', `spec: { ${template(spec)} }`);
const db = (top: string) => object('apps/v1', 'StatefulSet', `spec: { ${top} ${template(container())} }`);
const rollout = object('argoproj.io/v1alpha1', 'Rollout', `spec: { ${template(container())} }`);
const service = (spec = 'selector: { app: web }', ports = 'port: 80') =>
  object('v1', 'Service', `spec: { ${spec}, ports: [{ ${ports} }] }`);
const account = (more = '') => object('v1', 'ServiceAccount', more);
const hpa = (spec: string, target = 'apiVersion: apps/v1, kind: Deployment, name: web') =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', `spec: { ${spec}, scaleTargetRef: { ${target} } }`);
const keda = (spec: string) =>
  object('keda.sh/v1alpha1', 'ScaledObject', `spec: { ${spec}, scaleTargetRef: { name: web } }`);
const pdb = (spec: string) =>
  object('policy/v1', 'PodDisruptionBudget', `spec: { ${spec}, selector: { matchLabels: { app: web } } }`);
const policy = (spec: string) => object('networking.k8s.io/v1', 'NetworkPolicy', `spec: { ${spec} }`);
const ingress = (backend: string, metadata = '') =>
  `{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: web, namespace: shop, ${metadata} }, spec: { rules: [{ http: { paths: [{ backend: { ${backend} } }] } }] } }`;
const route = (host: string, path: string) =>
  `rules: [{ host: ${host}, http: { paths: [{ path: ${path}, backend: {} }] } }]`;
const main = (host: string, by = 'nginx') =>
  object('networking.k8s.io/v1', 'Ingress', `spec: { ingressClassName: ${by}, ${route(host, '/')} }`);
const canary = (host: string, path = '/') =>
  main(host)
    .replace(route(host, '/'), route(host, path))
    .replace('name: web,', 'name: next, annotations: { nginx.ingress.kubernetes.io/canary: "true" },');
const backend = (name: string, port = 'number: 80') => `service: { name: ${name}, port: { ${port} } }`;
const binding = (kind: string, role: string, subject = 'kind: ServiceAccount, name: web, namespace: shop') =>
  object('rbac.authorization.k8s.io/v1', kind, `roleRef: { kind: ${role} }, subjects: [{ ${subject} }]`);
const env = (from: string) => container(`, env: [{ name: A, valueFrom: { ${from} } }]`);
const config = (kind = 'ConfigMap', more = 'data: { a: b }') => object('v1', kind, more);
const elsewhere = (text: string) => text.replace('namespace: shop', 'namespace: other');

// the first lines are what users of other tools complained of, with the issue
test.each`
  rule                                        | because                                                   | objects
  ${'dangling-service'}                       | ${'its Pods come from another file (kube-linter #82)'}    | ${[service()]}
  ${'dangling-service'}                       | ${'a custom resource runs its Pods (kube-linter #249)'}   | ${[service(), rollout]}
  ${'missing-pod-disruption-budget'}          | ${'one Pod would never go (polaris #999)'}                | ${[web()]}
  ${'missing-pod-disruption-budget'}          | ${'the autoscaler goes down to one'}                      | ${[web(container(), 'replicas: 3,'), hpa('maxReplicas: 3')]}
  ${'non-isolated-pod'}                       | ${'Cilium has policies of its own (kube-score #46)'}      | ${[web(), object('cilium.io/v2', 'CiliumNetworkPolicy', 'spec: {}')]}
  ${'non-isolated-pod'}                       | ${'one that denies all is one (polaris #1088)'}           | ${[web(), policy('podSelector: {}')]}
  ${'non-isolated-pod'}                       | ${'no policy is for the network of the node'}             | ${[web(`hostNetwork: true, ${container()}`)]}
  ${'open-egress'}                            | ${'rules for egress make it of that type'}                | ${[web(), policy('podSelector: {}, egress: [{}]')]}
  ${'no-readiness-probe'}                     | ${'nobody sends requests'}                                | ${[web()]}
  ${'no-readiness-probe'}                     | ${'a Job ends by itself (checkov #4807)'}                 | ${[job(), service()]}
  ${'no-readiness-probe'}                     | ${'another container answers'}                            | ${[web(`containers: [{ ${c}, readinessProbe: {}, ports: [{ containerPort: 80 }] }, { name: log }]`), service()]}
  ${'no-readiness-probe'}                     | ${'some container has one, and no port says which'}       | ${[web(`containers: [{ ${c} }, { name: proxy, readinessProbe: {} }]`), service()]}
  ${'no-readiness-probe'}                     | ${'the Service takes Pods that are not ready'}            | ${[web(), service('publishNotReadyAddresses: true, selector: { app: web }')]}
  ${'minimum-replicas'}                       | ${'an autoscaler has the say'}                            | ${[web(), hpa('maxReplicas: 5')]}
  ${'minimum-replicas'}                       | ${'KEDA has the say'}                                     | ${[web(), keda('maxReplicaCount: 5')]}
  ${'minimum-replicas'}                       | ${'0 is switched off'}                                    | ${[web(container(), 'replicas: 0,')]}
  ${'no-rolling-update-strategy'}             | ${'a claim may be of one node'}                           | ${[web(`${container()}, volumes: [{ persistentVolumeClaim: { claimName: a } }]`, 'strategy: { type: Recreate },'), service()]}
  ${'pdb-min-available'}                      | ${'a DaemonSet has no number'}                            | ${[object('apps/v1', 'DaemonSet', `spec: { ${template(container())} }`), pdb('minAvailable: 9')]}
  ${'pdb-min-available'}                      | ${'Pods of two workloads count together'}                 | ${[web(), web().replace('name: web', 'name: next'), pdb('minAvailable: 1')]}
  ${'pdb-min-available'}                      | ${'half of three is two'}                                 | ${[web(container(), 'replicas: 3,'), pdb('minAvailable: 50%')]}
  ${'pdb-min-available'}                      | ${'what an autoscaler does is told by another'}           | ${[web(), hpa('minReplicas: 2, maxReplicas: 5'), pdb('minAvailable: 3')]}
  ${'pdb-min-available-above-hpa-minimum'}    | ${'as many is not above'}                                 | ${[web(), hpa('minReplicas: 3, maxReplicas: 5'), pdb('minAvailable: 3')]}
  ${'dangling-horizontalpodautoscaler'}       | ${'its Deployment comes from another chart'}              | ${[hpa('maxReplicas: 5')]}
  ${'dangling-horizontalpodautoscaler'}       | ${'without a version any will do'}                        | ${[web(), hpa('maxReplicas: 5', 'kind: Deployment, name: web')]}
  ${'hpa-target-fixed-replicas'}              | ${'another namespace'}                                    | ${[web(container(), 'replicas: 2,'), elsewhere(hpa('maxReplicas: 5'))]}
  ${'non-existent-service-account'}           | ${'accounts come from elsewhere'}                         | ${[web(`serviceAccountName: web, ${container()}`)]}
  ${'non-existent-service-account'}           | ${'every namespace has a default one'}                    | ${[web(), account().replace('name: web', 'name: api')]}
  ${'automount-service-account-token'}        | ${'the account says it'}                                  | ${[web(`serviceAccountName: web, ${container()}`), account('automountServiceAccountToken: false')]}
  ${'automount-service-account-token'}        | ${'the account has a role, so it is needed'}              | ${[web(`serviceAccountName: web, ${container()}`), binding('RoleBinding', 'Role, name: web')]}
  ${'env-value-from'}                         | ${'optional is optional'}                                 | ${[web(env('secretKeyRef: { name: a, key: b, optional: true }'))]}
  ${'env-value-from'}                         | ${'an ExternalSecret makes it'}                           | ${[web(env('secretKeyRef: { name: a, key: b }')), object('external-secrets.io/v1', 'ExternalSecret', 'spec: { target: { name: a } }')]}
  ${'env-value-from'}                         | ${'a SealedSecret makes it'}                              | ${[web(env('secretKeyRef: { name: web, key: b }')), object('bitnami.com/v1alpha1', 'SealedSecret', 'spec: {}')]}
  ${'env-value-from'}                         | ${'cert-manager makes it'}                                | ${[web(`${container()}, volumes: [{ secret: { secretName: tls } }]`), object('cert-manager.io/v1', 'Certificate', 'spec: { secretName: tls }')]}
  ${'env-value-from'}                         | ${'every namespace has it'}                               | ${[web(`${container()}, volumes: [{ configMap: { name: kube-root-ca.crt } }]`)]}
  ${'config-key'}                             | ${'nothing is known of it'}                               | ${[web(env('configMapKeyRef: { name: other, key: b }')), config()]}
  ${'config-key'}                             | ${'the key is there, as bytes'}                           | ${[web(env('configMapKeyRef: { name: web, key: b }')), config('ConfigMap', 'binaryData: { b: YQ== }')]}
  ${'config-key'}                             | ${'the control plane fills it'}                           | ${[web(env('secretKeyRef: { name: web, key: token }')), config('Secret', 'type: kubernetes.io/service-account-token')]}
  ${'stateful-set-service'}                   | ${'Services come from elsewhere'}                         | ${[db('serviceName: db,')]}
  ${'stateful-set-service'}                   | ${'all is well'}                                          | ${[db('serviceName: web,'), service('clusterIP: None, selector: { app: web }')]}
  ${'dangling-networkpolicy'}                 | ${'Pods come from elsewhere'}                             | ${[policy('podSelector: { matchLabels: { app: api } }')]}
  ${'dangling-networkpolicy'}                 | ${'it is about all'}                                      | ${[elsewhere(web()), policy('podSelector: {}')]}
  ${'dangling-networkpolicy'}                 | ${'an expression picks'}                                  | ${[web(), policy('podSelector: { matchExpressions: [{ key: app, operator: In, values: [api, web] }] }')]}
  ${'dangling-networkpolicypeer-podselector'} | ${'peers of other namespaces are not looked for'}         | ${[web(), policy('podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { a: b } }, namespaceSelector: {} }, { ipBlock: {} }] }]')]}
  ${'dangling-service'}                       | ${'somebody else writes its endpoints'}                   | ${[web(), service('clusterIP: None')]}
  ${'dangling-service'}                       | ${'it is a name for another'}                             | ${[web(), service('type: ExternalName, externalName: a.example.com, selector: { a: b }')]}
  ${'dangling-ingress'}                       | ${'Services come from elsewhere'}                         | ${[ingress(backend('api'))]}
  ${'dangling-ingress'}                       | ${'an annotation says what is meant, on AWS'}             | ${[service(), ingress(backend('redirect', 'name: use-annotation'))]}
  ${'dangling-ingress'}                       | ${'it is no Service'}                                     | ${[service(), ingress('resource: { kind: Bucket, name: a }')]}
  ${'ingress-backend-port'}                   | ${'nothing is known of the Service'}                      | ${[service(), ingress(backend('api', 'number: 9'))]}
  ${'ingress-backend-port'}                   | ${'a name for another may say none'}                      | ${[object('v1', 'Service', 'spec: { type: ExternalName }'), ingress(backend('web'))]}
  ${'target-port-name'}                       | ${'one of several workloads has it'}                      | ${[web(), job(container(', ports: [{ name: http, containerPort: 80 }]')), service(undefined, 'port: 80, targetPort: http')]}
  ${'target-port-name'}                       | ${'a sidecar has it'}                                     | ${[web(`${container()}, initContainers: [{ name: p, restartPolicy: Always, ports: [{ name: http, containerPort: 80 }] }]`), service(undefined, 'port: 80, targetPort: http')]}
  ${'target-port-number'}                     | ${'Pods need not declare ports'}                          | ${[web(), service()]}
  ${'exec-into-pods-binding'}                 | ${'what an unknown role allows is not known'}             | ${[binding('RoleBinding', 'Role, name: other')]}
  ${'exec-into-pods-binding'}                 | ${'the role is of another namespace'}                     | ${[elsewhere(object('rbac.authorization.k8s.io/v1', 'Role', "rules: [{ apiGroups: [''], resources: [pods/exec], verbs: [get] }]")), binding('RoleBinding', 'Role, name: web')]}
  ${'dangling-service'}                       | ${'its Deployment is half written (kube-linter #179)'}    | ${[web('hostNetwork: false'), service()]}
  ${'non-isolated-pod'}                       | ${'Calico has policies of its own (KICS #3759)'}          | ${[web(), object('projectcalico.org/v3', 'NetworkPolicy', 'spec: {}')]}
  ${'missing-pod-disruption-budget'}          | ${'replicas that are not said are one (kube-score #536)'} | ${[web()]}
  ${'canary-host'}                            | ${'the other Ingress comes from elsewhere'}               | ${[canary('a.example.com')]}
  ${'canary-host'}                            | ${'the other is of another controller'}                   | ${[main('b.example.com', 'alb'), canary('a.example.com')]}
  ${'ingress-class'}                          | ${'the cluster has a default class'}                      | ${[object('networking.k8s.io/v1', 'IngressClass', 'spec: {}').replace('namespace: shop', 'annotations: { ingressclass.kubernetes.io/is-default-class: "true" }'), ingress(backend('web'))]}
  ${'pod-subdomain'}                          | ${'Services come from elsewhere'}                         | ${[web(`hostname: a, subdomain: web, ${container()}`)]}
  ${'pod-subdomain'}                          | ${'a StatefulSet sees to it'}                             | ${[object('apps/v1', 'StatefulSet', `spec: { ${template(`subdomain: a, ${container()}`)} }`)]}
  ${'undefined-reference'}                    | ${'the Service is there'}                                 | ${[web(`containers: [{ ${c}, env: [{ name: A, value: $(WEB_SERVICE_HOST):$(WEB_SERVICE_PORT) }] }]`), service()]}
  ${'undefined-reference'}                    | ${'the cluster itself has one'}                           | ${[web(`enableServiceLinks: false, containers: [{ ${c}, env: [{ name: A, value: $(KUBERNETES_SERVICE_HOST) }] }]`)]}
  ${'undefined-reference'}                    | ${'a link of Docker is what is meant'}                    | ${[web(`containers: [{ ${c}, env: [{ name: A, value: $(WEB_PORT_80_TCP_ADDR) }] }]`), service()]}
`('$rule is silent: $because', ({ rule, objects }) => {
  expect(found(rule, objects)).toEqual([]);
});

test.each`
  rule                                        | what                                                | objects                                                                                                                                                                                                                                                                                                                                                                   | fields
  ${'dangling-service'}                       | ${'the Pods are in another namespace'}              | ${[elsewhere(web()), service()]}                                                                                                                                                                                                                                                                                                                                          | ${['spec.selector']}
  ${'dangling-service'}                       | ${'one of two labels'}                              | ${[web(), service('selector: { app: web, version: v2 }')]}                                                                                                                                                                                                                                                                                                                | ${['spec.selector']}
  ${'non-isolated-pod'}                       | ${'the policy is in another namespace'}             | ${[web(), elsewhere(policy('podSelector: {}'))]}                                                                                                                                                                                                                                                                                                                          | ${['spec.template.metadata.labels']}
  ${'non-isolated-pod'}                       | ${'the policy is for egress alone'}                 | ${[web(), policy('podSelector: {}, policyTypes: [Egress]')]}                                                                                                                                                                                                                                                                                                              | ${['spec.template.metadata.labels']}
  ${'no-readiness-probe'}                     | ${'a sidecar answers'}                              | ${[web(`${container(', readinessProbe: {}')}, initContainers: [{ name: p, restartPolicy: Always, ports: [{ containerPort: 80 }] }]`), service()]}                                                                                                                                                                                                                         | ${['spec.template.spec.initContainers[0].readinessProbe']}
  ${'no-readiness-probe'}                     | ${'by the name of the port'}                        | ${[web(container(', ports: [{ name: http, containerPort: 80 }]')), service(undefined, 'port: 8080, targetPort: http')]}                                                                                                                                                                                                                                                   | ${['spec.template.spec.containers[0].readinessProbe']}
  ${'missing-pod-disruption-budget'}          | ${'the autoscaler leaves several'}                  | ${[web(), hpa('minReplicas: 2, maxReplicas: 3')]}                                                                                                                                                                                                                                                                                                                         | ${['spec.template.metadata.labels']}
  ${'missing-pod-disruption-budget'}          | ${'of a StatefulSet (polaris #1029)'}               | ${[db('replicas: 3,')]}                                                                                                                                                                                                                                                                                                                                                   | ${['spec.template.metadata.labels']}
  ${'pdb-min-available'}                      | ${'all of however many'}                            | ${[pdb('minAvailable: 100%')]}                                                                                                                                                                                                                                                                                                                                            | ${['spec.minAvailable']}
  ${'pdb-min-available'}                      | ${'as many as the autoscaler leaves'}               | ${[web(), keda('minReplicaCount: 1'), pdb('minAvailable: 1')]}                                                                                                                                                                                                                                                                                                            | ${['spec.minAvailable']}
  ${'pdb-max-unavailable'}                    | ${'a share of nothing'}                             | ${[pdb('maxUnavailable: 0%')]}                                                                                                                                                                                                                                                                                                                                            | ${['spec.maxUnavailable']}
  ${'dangling-horizontalpodautoscaler'}       | ${'the group is another'}                           | ${[web(), hpa('maxReplicas: 5', 'apiVersion: v1, kind: Deployment, name: web')]}                                                                                                                                                                                                                                                                                          | ${['spec.scaleTargetRef.name']}
  ${'hpa-target-fixed-replicas'}              | ${'KEDA scales it'}                                 | ${[web(container(), 'replicas: 2,'), keda('maxReplicaCount: 5')]}                                                                                                                                                                                                                                                                                                         | ${['spec.replicas']}
  ${'automount-service-account-token'}        | ${'the Pod says otherwise than its account'}        | ${[web(`automountServiceAccountToken: true, serviceAccountName: web, ${container()}`), account('automountServiceAccountToken: false')]}                                                                                                                                                                                                                                   | ${['spec.template.spec.automountServiceAccountToken']}
  ${'automount-service-account-token'}        | ${'the role is for another account'}                | ${[web(), binding('RoleBinding', 'Role, name: web')]}                                                                                                                                                                                                                                                                                                                     | ${['spec.template.spec.automountServiceAccountToken']}
  ${'env-value-from'}                         | ${'of another namespace'}                           | ${[web(env('configMapKeyRef: { name: web, key: a }')), elsewhere(config())]}                                                                                                                                                                                                                                                                                              | ${['spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef']}
  ${'env-value-from'}                         | ${'all keys, of an init container'}                 | ${[web(`${container()}, initContainers: [{ envFrom: [{ secretRef: { name: a } }] }]`)]}                                                                                                                                                                                                                                                                                   | ${['spec.template.spec.initContainers[0].envFrom[0].secretRef']}
  ${'config-key'}                             | ${'a file of a volume'}                             | ${[web(`${container()}, volumes: [{ projected: { sources: [{ configMap: { name: web, items: [{ key: a }, { key: b }] } }] } }]`), config()]}                                                                                                                                                                                                                              | ${['spec.template.spec.volumes[0].projected.sources[0].configMap']}
  ${'stateful-set-service'}                   | ${'it names none'}                                  | ${[db('')]}                                                                                                                                                                                                                                                                                                                                                               | ${['spec.serviceName']}
  ${'stateful-set-service'}                   | ${'the Service is not there'}                       | ${[db('serviceName: db,'), service()]}                                                                                                                                                                                                                                                                                                                                    | ${['spec.serviceName']}
  ${'stateful-set-service'}                   | ${'the Service picks others'}                       | ${[db('serviceName: web,'), service('clusterIP: None, selector: { app: api }')]}                                                                                                                                                                                                                                                                                          | ${['spec.serviceName']}
  ${'dangling-networkpolicypeer-podselector'} | ${'whom Pods may send to'}                          | ${[web(), policy('podSelector: {}, egress: [{ to: [{ podSelector: { matchLabels: { a: b } } }] }]')]}                                                                                                                                                                                                                                                                     | ${['spec.egress[0].to[0].podSelector']}
  ${'target-port-name'}                       | ${'the name is of another protocol'}                | ${[web(container(', ports: [{ name: dns, containerPort: 53, protocol: UDP }]')), service(undefined, 'port: 53, targetPort: dns')]}                                                                                                                                                                                                                                        | ${['spec.ports[0].targetPort']}
  ${'target-port-number'}                     | ${'the port of the Service, where it says no more'} | ${[web(container(', ports: [{ containerPort: 8080 }]')), service()]}                                                                                                                                                                                                                                                                                                      | ${['spec.ports[0].targetPort']}
  ${'ingress-backend-port'}                   | ${'the port of the Pods is meant'}                  | ${[service(undefined, 'port: 80, targetPort: 8080'), ingress(backend('web', 'number: 8080'))]}                                                                                                                                                                                                                                                                            | ${['spec.rules[0].http.paths[0].backend.service.port']}
  ${'access-to-secrets'}                      | ${'the role edit, which every cluster has'}         | ${[binding('RoleBinding', 'ClusterRole, name: edit')]}                                                                                                                                                                                                                                                                                                                    | ${['roleRef.name']}
  ${'access-to-create-pods'}                  | ${'by a role that others are gathered into'}        | ${[object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: b } }] }'), object('rbac.authorization.k8s.io/v1', 'ClusterRole', "rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }]", 'all').replace('name: all', 'name: all, labels: { a: b }'), binding('RoleBinding', 'ClusterRole, name: web')]} | ${['roleRef.name']}
  ${'exec-into-pods'}                         | ${'a sub-resource of whatever it is'}               | ${[object('rbac.authorization.k8s.io/v1', 'Role', "rules: [{ apiGroups: [''], resources: ['*/exec'], verbs: [create] }]")]}                                                                                                                                                                                                                                               | ${['rules']}
  ${'change-service-status'}                  | ${'by all of a group'}                              | ${[object('rbac.authorization.k8s.io/v1', 'Role', "rules: [{ apiGroups: [''], resources: ['*'], verbs: [patch] }]")]}                                                                                                                                                                                                                                                     | ${['rules']}
  ${'restart-policy'}                         | ${'a Deployment whose Pods end'}                    | ${[web(`restartPolicy: Never, ${container()}`)]}                                                                                                                                                                                                                                                                                                                          | ${['spec.template.spec.restartPolicy']}
  ${'mismatching-selector'}                   | ${'an expression that the template does not meet'}  | ${[web(container(), 'selector: { matchExpressions: [{ key: app, operator: NotIn, values: [web] }] },')]}                                                                                                                                                                                                                                                                  | ${['spec.selector']}
  ${'mismatching-selector'}                   | ${'a selector of nothing'}                          | ${[web(container(), 'selector: {},')]}                                                                                                                                                                                                                                                                                                                                    | ${['spec.selector']}
  ${'canary-host'}                            | ${'another host'}                                   | ${[main('b.example.com'), canary('a.example.com')]}                                                                                                                                                                                                                                                                                                                       | ${['spec.rules[0].host']}
  ${'canary-host'}                            | ${'another path of the host'}                       | ${[main('a.example.com'), canary('a.example.com', '/next')]}                                                                                                                                                                                                                                                                                                              | ${['spec.rules[0].host']}
  ${'pod-subdomain'}                          | ${'the Service has an address'}                     | ${[web(`hostname: a, subdomain: web, ${container()}`), service()]}                                                                                                                                                                                                                                                                                                        | ${['spec.template.spec.subdomain']}
  ${'undefined-reference'}                    | ${'the Service is called otherwise'}                | ${[web(`containers: [{ ${c}, env: [{ name: A, value: $(DB_SERVICE_HOST) }] }]`), service()]}                                                                                                                                                                                                                                                                              | ${['spec.template.spec.containers[0].env[0].value']}
  ${'undefined-reference'}                    | ${'links are switched off'}                         | ${[web(`enableServiceLinks: false, containers: [{ ${c}, env: [{ name: A, value: $(WEB_SERVICE_HOST) }] }]`), service()]}                                                                                                                                                                                                                                                  | ${['spec.template.spec.containers[0].env[0].value']}
`('$rule finds: $what', ({ rule, objects, fields }) => {
  expect(found(rule, objects)).toEqual(fields);
});

(noSeeds ? test.skip : test)(
  `a tutorial asks for a key that its ConfigMap lacks${noSeeds ? ` (skipped: ${noSeeds})` : ''}`,
  () => {
    const rule = CATALOGUE.find(({ id }) => id === 'config-key');
    const chapter = seeds().filter(({ id }) => id === '002-118' || id === '002-122');
    const violations = rule?.check(
      chapter.map(({ object: manifest }) => manifest),
      bundledContext,
    );
    expect(violations).toMatchObject([
      { got: 'my-key', rule: 'must be a key of the ConfigMap my-config, which has config-file.txt' },
    ]);
  },
);
