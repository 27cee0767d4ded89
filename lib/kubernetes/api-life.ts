/** What becomes of a kind in a version of its group. */
export interface ApiLife {
  /** Minor since which it is deprecated, and the one since which it is gone; nothing where that is not decided. */
  readonly deprecated: string;
  readonly gone: string | undefined;
  /** What else to change, or to do instead. */
  readonly changes: string | undefined;
}

/** Versions and kinds, deprecated since, gone since, and what changes with the version that took their place. */
type Row = readonly [kinds: string, deprecated: string, gone?: string, changes?: string];

const SELECTOR = 'spec.selector is required, and cannot be changed later: write the labels of the template';
const BACKEND =
  'each path needs a pathType (ImplementationSpecific is what it was before), serviceName and servicePort of a backend become service: { name, port: { number } } or port: { name }, and spec.backend becomes spec.defaultBackend';
const METRICS =
  'targetAverageUtilization of a metric becomes target: { type: Utilization, averageUtilization }, targetAverageValue becomes target: { type: AverageValue, averageValue }';
const WEBHOOKS = 'sideEffects (None or NoneOnDryRun) and admissionReviewVersions are required';
const SHARES = 'spec.limited.assuredConcurrencyShares is called nominalConcurrencyShares';
const DEVICES = 'look at the fields of the requests: they were moved into exactly';
const REVIEWS = 'LocalSubjectAccessReview,SelfSubjectAccessReview,SelfSubjectRulesReview,SubjectAccessReview';
const FLOWS = 'FlowSchema,PriorityLevelConfiguration';
const CLAIMS = 'DeviceClass,ResourceClaim,ResourceClaimTemplate,ResourceSlice';
const ADMISSION = 'ValidatingAdmissionPolicy,ValidatingAdmissionPolicyBinding';
const MUTATING = 'MutatingAdmissionPolicy,MutatingAdmissionPolicyBinding';

/**
 * @source k8s.io/api@v0.36.3 and @v0.32.3, APILifecycle* of every zz_generated.prerelease-lifecycle.go; those of other modules
 *   and what changes: kubernetes.io/docs/reference/using-api/deprecation-guide
 */
const ROWS: readonly Row[] = [
  ['v1 EphemeralContainers', '1.22', '1.22', 'use kubectl debug: it asks for ephemeralContainers of the Pod'],
  ['v1 ComponentStatus', '1.19', undefined, 'ask /livez and /readyz of the API server'],
  [
    'v1 Endpoints',
    '1.33',
    undefined,
    'write an EndpointSlice of discovery.k8s.io/v1, with the label kubernetes.io/service-name',
  ],
  [`admissionregistration.k8s.io/v1alpha1 ${ADMISSION}`, '1.29', '1.32'],
  [`admissionregistration.k8s.io/v1alpha1 ${MUTATING}`, '1.35', '1.38'],
  [`admissionregistration.k8s.io/v1beta1 ${ADMISSION}`, '1.31', '1.34'],
  [`admissionregistration.k8s.io/v1beta1 ${MUTATING}`, '1.37', '1.40'],
  [
    'admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration,ValidatingWebhookConfiguration',
    '1.16',
    '1.22',
    WEBHOOKS,
  ],
  [
    'apiextensions.k8s.io/v1beta1 CustomResourceDefinition',
    '1.16',
    '1.22',
    'version, validation, subresources and additionalPrinterColumns move into each of spec.versions, and a structural schema is required',
  ],
  ['apiregistration.k8s.io/v1beta1 APIService', '1.19', '1.22'],
  ['apps/v1beta1 Deployment,StatefulSet', '1.8', '1.16', SELECTOR],
  ['apps/v1beta1 ControllerRevision', '1.8', '1.16'],
  ['apps/v1beta2 DaemonSet,Deployment,ReplicaSet,StatefulSet', '1.9', '1.16', SELECTOR],
  ['apps/v1beta2 ControllerRevision', '1.9', '1.16'],
  ['authentication.k8s.io/v1alpha1 SelfSubjectReview', '1.29', '1.32'],
  ['authentication.k8s.io/v1beta1 SelfSubjectReview', '1.30', '1.33'],
  ['authentication.k8s.io/v1beta1 TokenReview', '1.19', '1.22'],
  [`authorization.k8s.io/v1beta1 ${REVIEWS}`, '1.19', '1.22', 'spec.group is called groups'],
  ['autoscaling/v2beta1 HorizontalPodAutoscaler', '1.22', '1.25', METRICS],
  ['autoscaling/v2beta2 HorizontalPodAutoscaler', '1.23', '1.26', METRICS],
  ['batch/v1beta1 CronJob', '1.21', '1.25'],
  ['certificates.k8s.io/v1alpha1 ClusterTrustBundle', '1.34', '1.37'],
  ['certificates.k8s.io/v1beta1 CertificateSigningRequest', '1.19', '1.22', 'signerName and usages are required'],
  ['coordination.k8s.io/v1beta1 Lease', '1.19', '1.22'],
  ['coordination.k8s.io/v1alpha2 LeaseCandidate', '1.35', '1.38'],
  ['discovery.k8s.io/v1beta1 EndpointSlice', '1.21', '1.25', 'topology of an endpoint becomes nodeName and zone'],
  ['events.k8s.io/v1beta1 Event', '1.22', '1.25'],
  ['extensions/v1beta1 DaemonSet,Deployment,ReplicaSet', '1.8', '1.16', SELECTOR],
  ['extensions/v1beta1 Ingress', '1.14', '1.22', BACKEND],
  ['extensions/v1beta1 NetworkPolicy', '1.9', '1.16'],
  [
    'extensions/v1beta1 PodSecurityPolicy',
    '1.11',
    '1.16',
    'label the namespace for Pod Security: pod-security.kubernetes.io/enforce',
  ],
  [`flowcontrol.apiserver.k8s.io/v1beta1 ${FLOWS}`, '1.23', '1.26', SHARES],
  [`flowcontrol.apiserver.k8s.io/v1beta2 ${FLOWS}`, '1.26', '1.29', SHARES],
  [`flowcontrol.apiserver.k8s.io/v1beta3 ${FLOWS}`, '1.29', '1.32'],
  ['networking.k8s.io/v1alpha1 IPAddress,ServiceCIDR', '1.30', '1.33'],
  ['networking.k8s.io/v1beta1 IPAddress,ServiceCIDR', '1.34', '1.37'],
  ['networking.k8s.io/v1beta1 Ingress', '1.19', '1.22', BACKEND],
  ['networking.k8s.io/v1beta1 IngressClass', '1.19', '1.22'],
  ['node.k8s.io/v1beta1 RuntimeClass', '1.22', '1.25'],
  [
    'policy/v1beta1 PodDisruptionBudget',
    '1.21',
    '1.25',
    'an empty selector picks all Pods of the namespace, where it picked none before',
  ],
  [
    'policy/v1beta1 PodSecurityPolicy',
    '1.21',
    '1.25',
    'label the namespace for Pod Security: pod-security.kubernetes.io/enforce',
  ],
  ['rbac.authorization.k8s.io/v1beta1 ClusterRole,ClusterRoleBinding,Role,RoleBinding', '1.17', '1.22'],
  [`resource.k8s.io/v1alpha3 ${CLAIMS}`, '1.34', '1.37', DEVICES],
  ['resource.k8s.io/v1alpha3 DeviceTaintRule', '1.36', '1.39'],
  [`resource.k8s.io/v1beta1 ${CLAIMS}`, '1.35', '1.38', DEVICES],
  [`resource.k8s.io/v1beta2 ${CLAIMS}`, '1.36', '1.39'],
  ['scheduling.k8s.io/v1beta1 PriorityClass', '1.14', '1.22'],
  ['storage.k8s.io/v1alpha1 VolumeAttachment', '1.21', '1.24'],
  ['storage.k8s.io/v1alpha1 VolumeAttributesClass', '1.32', '1.35'],
  ['storage.k8s.io/v1beta1 CSIDriver,StorageClass,VolumeAttachment', '1.19', '1.22'],
  ['storage.k8s.io/v1beta1 CSINode', '1.17', '1.22'],
  ['storage.k8s.io/v1beta1 CSIStorageCapacity', '1.24', '1.27'],
  ['storage.k8s.io/v1beta1 VolumeAttributesClass', '1.34', '1.37'],
  ['storagemigration.k8s.io/v1alpha1 StorageVersionMigration', '1.33', '1.36'],
];

/**
 * Every version of a kind that is deprecated, or was gone before the oldest minor that there is a schema of, by
 * `apiVersion kind`.
 */
export const API_LIVES: ReadonlyMap<string, ApiLife> = new Map(
  ROWS.flatMap(([row, deprecated, gone, changes]) => {
    const [apiVersion = '', kinds = ''] = row.split(' ');
    return kinds.split(',').map((kind) => [`${apiVersion} ${kind}`, { deprecated, gone, changes }] as const);
  }),
);

/** Whether a minor of Kubernetes is another one, or comes after it. @param minor such as `1.30` */
export function isSince(minor: string, since: string): boolean {
  const [major = 0, number = 0] = minor.split('.').map(Number);
  const [sinceMajor = 0, sinceNumber = 0] = since.split('.').map(Number);
  return major > sinceMajor || (major === sinceMajor && number >= sinceNumber);
}
