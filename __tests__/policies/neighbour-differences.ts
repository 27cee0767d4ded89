const EACH = 'it drops each capability by name; Pod Security "restricted" wants ALL';
const ALWAYS = 'an image without a tag is pulled always, without a word';
const ONE = 'it has one replica, which cannot be spread';
const MALFORMED = 'its Pod has no containers: the schema is what it breaks';
const MIXED = 'one of its containers fails, as its name says';
const HARDENS = 'any securityContext passes there, though it hardens nothing';
const LABEL = 'a label says nothing of what runs';
const SECCOMP = 'the annotation has meant nothing since Kubernetes 1.27';

/** Verdicts of neighbours that ours are not, and why. An entry that is no longer needed fails. */
export const DIFFERENCES: Readonly<Record<string, string>> = {
  'polaris insecureCapabilities/success.case': EACH,
  'polaris insecureCapabilities/success.pod': EACH,
  'polaris insecureCapabilities/success': EACH,
  'polaris livenessProbeMissing/failure':
    'a Pod that stands alone is not asked for a liveness probe: nothing says that it serves',
  'polaris pullPolicyNotAlways/failure.cron-job': ALWAYS,
  'polaris pullPolicyNotAlways/failure': ALWAYS,
  'polaris runAsRootAllowed/failure': 'its Deployment is of apiVersion v1, which has none',
  'polaris topologySpreadConstraint/failure.empty': ONE,
  'polaris topologySpreadConstraint/failure.nospreadconstraint': ONE,
  'kube-linter run-as-non-root':
    'runAsGroup 0 counts there; it is what images for OpenShift are made for, and Pod Security lets it pass',
  'checkov CKV_K8S_39 AllowedCapabilitiesSysAdmin pod-FAILED2.yaml': MALFORMED,
  'checkov CKV_K8S_30 ContainerSecurityContext pod-container-FAILED_malformed_spec.yaml': MALFORMED,
  'checkov CKV_K8S_29 PodSecurityContext pod-container-FAILED_malformed_spec.yaml': MALFORMED,
  'checkov CKV_K8S_23 RootContainers rootContainersFAILED-malformed-spec.yaml': MALFORMED,
  'checkov CKV_K8S_11 CPULimits pod-requests-limits-1FAILED1PASSED.yaml': MIXED,
  'checkov CKV_K8S_10 CPURequests pod-requests-limits-1FAILED1PASSED.yaml': MIXED,
  'checkov CKV_K8S_13 MemoryLimits pod-requests-limits-1FAILED1PASSED.yaml': MIXED,
  'checkov CKV_K8S_12 MemoryRequests pod-requests-limits-1FAILED1PASSED.yaml': MIXED,
  'checkov CKV_K8S_27 DockerSocketVolume cloudwatch-agent-1PASSED-1FAILED.yaml': MIXED,
  'checkov CKV_K8S_27 DockerSocketVolume scope-2PASSED-1FAILED.yaml': MIXED,
  'checkov CKV_K8S_30 ContainerSecurityContext pod-container-both-PASSED.yaml': HARDENS,
  'checkov CKV_K8S_30 ContainerSecurityContext podPassed-containerFailed.yaml': HARDENS,
  'checkov CKV_K8S_29 PodSecurityContext pod-container-both-PASSED.yaml': HARDENS,
  'checkov CKV_K8S_29 PodSecurityContext podPassed-containerFailed.yaml': HARDENS,
  'checkov CKV_K8S_33 KubernetesDashboard kube-dashboard-no-image-FAILED.yaml': LABEL,
  'checkov CKV_K8S_33 KubernetesDashboard nginx-deployment-FAILED.yaml': LABEL,
  'checkov CKV_K8S_37 MinimizeCapabilities pod-drop-NET_RAW-capabilities-PASSED.yaml':
    'dropping one will do there; "restricted" wants ALL',
  'checkov CKV_K8S_31 Seccomp cronjob-seccomp-PASSED.yaml': SECCOMP,
  'checkov CKV_K8S_31 Seccomp pod-seccomp-PASSED.yaml': SECCOMP,
  'checkov CKV_K8S_31 Seccomp pod-seccomp-PASSED2.yaml': SECCOMP,
  'checkov CKV_K8S_31 Seccomp pod-seccomp-PASSED6.yaml': SECCOMP,
  'checkov CKV_K8S_11 CPULimits #2 suppress-checks-PASSED.yaml': 'its annotations switch the check off',
};
