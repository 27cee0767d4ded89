/** How a defect of a tutorial's manifest is told. */
export interface SeedFinding {
  /** Rule that tells it, and the field that it is told of. */
  readonly rule: string;
  readonly field: string;
  /** What must be said to mend it: the same in substance as whoever found the defect wrote down. */
  readonly mend: RegExp;
  /** Set where the file alone shows nothing: what it does not go with stands in another one. */
  readonly together?: string;
}

const backend = (rule: number) => `spec.rules[${rule}].http.paths[0].backend.serviceName`;
const container = (index = 0) => `spec.containers[${index}]`;
const template = 'spec.template.spec.containers[0]';
const ANNOTATION = /spec\.ingressClassName.*take the annotation out/;
const V1BETA1 = /write service: \{ name, port: \{ number \} \}/;
const PATH_TYPE = /ImplementationSpecific/;
const ENDS = /Job.*restartPolicy to Never or OnFailure/;

const seed = (rule: string, field: string, mend: RegExp, together?: string): SeedFinding => ({
  rule,
  field,
  mend,
  together,
});

/** Every defect that the manifests of the tutorials show by themselves, alone or beside each other. */
export const SEED_FINDINGS: Readonly<Record<string, readonly SeedFinding[]>> = {
  // refused by the API server
  '001-009': [
    seed('unrendered-template', 'spec.replicas', /helm template/),
    seed('strict-schema', 'spec.selector', /add it/),
    seed('strict-schema', 'spec.template', /add it/),
  ],
  '002-028': [
    seed('strict-schema', `${container()}.name`, /add it/),
    seed('container-image', `${container()}.image`, /name the image/),
    seed('removed-flag', `${container()}.command[3]`, /take EphemeralContainers out/),
  ],
  '002-029': [
    seed('strict-schema', `${container()}.name`, /add it/),
    seed('container-image', `${container()}.image`, /name the image/),
    seed('removed-flag', `${container()}.command[6]`, /take --port out/),
    seed('removed-flag', `${container()}.command[7]`, /take EphemeralContainers out/),
  ],
  '002-050': [seed('container-image', `${template}.image`, /name the image: nginx/)],
  '002-052': [seed('mismatching-selector', 'spec.selector', /give the template every label/)],
  '002-055': [
    seed('daemon-set-rolling-update', 'spec.updateStrategy.rollingUpdate', /maxUnavailable alone, or maxSurge.*: 0/),
  ],
  '002-058': [seed('strict-schema', 'spec.selector', /add it/), seed('strict-schema', 'spec.template', /add it/)],
  '002-059': [seed('restart-policy', 'spec.template.spec.restartPolicy', /OnFailure or Never/)],
  '002-061': [seed('strict-schema', `${template}.name`, /add it/)],
  '002-070': [seed('external-traffic-policy', 'spec.externalTrafficPolicy', /type to NodePort or LoadBalancer/)],
  '002-071': [
    seed('strict-schema', 'spec.loadBalancerBackendWeights', /remove it.*canary Ingress, or backendRefs/),
    seed('external-traffic-policy', 'spec.externalTrafficPolicy', /LoadBalancer/),
    seed('load-balancer-fields', 'spec.type', /type to LoadBalancer/),
  ],
  '002-099': [
    seed('strict-schema', 'data[tls.crt]', /base64.*or move it to stringData/),
    seed('strict-schema', 'data[tls.key]', /base64.*or move it to stringData/),
  ],
  '002-101': [seed('ingress-backend-name', 'spec.rules', /move the Ingress to the namespace.*ExternalName/)],
  '002-104': [
    seed('ingress-rules', 'spec.rules', /at least one rule/),
    seed('ingress-class-annotation', 'spec.ingressClassName', ANNOTATION),
  ],
  '002-106': [
    seed('strict-schema', backend(0), V1BETA1),
    seed('strict-schema', 'spec.rules[0].http.paths[0].pathType', PATH_TYPE),
    seed('ingress-class', 'spec.ingressClassName', /nginx/),
  ],
  '002-107': [
    seed('strict-schema', backend(0), V1BETA1),
    seed('strict-schema', 'spec.rules[0].http.paths[0].pathType', PATH_TYPE),
  ],
  '002-108': [
    seed('strict-schema', backend(0), V1BETA1),
    seed('strict-schema', backend(1), V1BETA1),
    seed('strict-schema', 'spec.rules[1].http.paths[0].pathType', PATH_TYPE),
  ],
  // gone from the API
  '002-031': [seed('removed-api-version', 'apiVersion', /kubectl debug/)],
  '002-060': [seed('removed-api-version', 'apiVersion', /^write batch\/v1$/)],
  '002-062': [seed('removed-api-version', 'apiVersion', /^write autoscaling\/v2;.*averageUtilization/)],
  '002-063': [seed('removed-api-version', 'apiVersion', /^write autoscaling\/v2;.*averageUtilization/)],
  // deprecated
  '002-105': [seed('ingress-class-annotation', 'spec.ingressClassName', ANNOTATION)],
  // accepted, and otherwise than it says
  '001-005': [seed('blank-restriction', 'spec.rules[0].host', /write it, or take the key out/)],
  '002-018': [seed('one-shot-command', `${container()}.command`, ENDS)],
  '002-020': [seed('quota-limits', 'spec.hard', /requests\.cpu and requests\.memory.*limits\.memory, and limits\.cpu/)],
  '002-025': [seed('fixed-cluster-ip', 'spec.clusterIP', /take it out/)],
  '002-027': [seed('init-container-output', 'spec.initContainers', /mount an emptyDir volume in both/)],
  '002-034': [
    seed('probe-finds-itself', `${container()}.livenessProbe.exec.command`, /httpGet.*pgrep -f.*grep '\[n\]ame'/),
  ],
  '002-043': [seed('node-object', 'kind', /kubectl taint nodes node-1/)],
  '002-045': [seed('dedicated-nodes', 'spec.tolerations', /taint them.*and tolerate the taint/)],
  '002-047': [seed('anti-affinity-itself', 'spec.affinity.podAntiAffinity', /give the Pod the label/)],
  '002-049': [seed('bare-replica-set', 'metadata.ownerReferences', /make it a Deployment/)],
  '002-057': [seed('stateful-set-service', 'spec.serviceName', /Service with clusterIP None/)],
  '002-064': [
    seed(
      'undefined-reference',
      `${container()}.env[0].value`,
      /MYAPP_SERVICE_SERVICE_HOST/,
      'the Service is called myapp-service',
    ),
    seed(
      'undefined-reference',
      `${container()}.env[1].value`,
      /MYAPP_SERVICE_SERVICE_PORT/,
      'the Service is called myapp-service',
    ),
  ],
  '002-065': [seed('one-shot-command', `${container()}.command`, ENDS)],
  '002-078': [seed('pod-subdomain', 'spec.subdomain', /set hostname.*Service of this name with clusterIP None/)],
  '002-098': [seed('ingress-class', 'spec.ingressClassName', /nginx/)],
  '002-102': [seed('ingress-class-annotation', 'spec.ingressClassName', ANNOTATION)],
  '002-109': [seed('ingress-class-annotation', 'spec.ingressClassName', ANNOTATION)],
  '002-115': [
    seed('canary-host', 'spec.rules[0].host', /the host nginx\.angle\.com/, 'the main Ingress is in another file'),
  ],
  '002-117': [
    seed('canary-host', 'spec.rules[0].host', /the host nginx\.angle\.com/, 'the main Ingress is in another file'),
  ],
  '002-122': [
    seed(
      'config-key',
      `${template}.env[0].valueFrom.configMapKeyRef`,
      /add it there/,
      'the ConfigMap is in another file',
    ),
  ],
  '002-128': [seed('port-conflict', 'spec.containers', /another port, or another image or command/)],
  '002-130': [seed('one-shot-command', `${container(1)}.command`, /init container/)],
  '002-131': [seed('one-shot-command', `${container(1)}.command`, /init container/)],
};
