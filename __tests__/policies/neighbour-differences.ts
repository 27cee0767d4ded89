const EACH = 'it drops each capability by name; Pod Security "restricted" wants ALL';
const ALWAYS = 'an image without a tag is pulled always, without a word';
const ONE = 'it has one replica, which cannot be spread';
const MALFORMED = 'its Pod has no containers: the schema is what it breaks';
const MIXED = 'one of its containers fails, as its name says';
const HARDENS = 'any securityContext passes there, though it hardens nothing';
const LABEL = 'a label says nothing of what runs';
const SECCOMP = 'the annotation has meant nothing since Kubernetes 1.27';
const GKE = 'the name is that of a binding for PodSecurityPolicies, which are gone since Kubernetes 1.25';
const UNKNOWN_ROLE = 'what a role allows that is not among the objects is not known';
const ALONE = 'it has one Pod: a budget would only keep its node from being drained';
const DENIES = 'a policy that lets nothing through isolates as well: it is the strictest';
const NOBODY = 'no Service sends requests to it';
const SNIPPETS = 'any snippet is refused, whatever is in it: who may write one may write all';
const NO_PODS = 'there are no Pods among the objects: they come from elsewhere';

/** Verdicts of neighbours that ours are not, and why. An entry that is no longer needed fails. */
export const DIFFERENCES: Readonly<Record<string, string>> = {
  'polaris clusterrolePodExecAttach/success.gce_calico_clusterrole': GKE,
  'polaris clusterrolebindingClusterAdmin/success.gce_calico_binding': GKE,
  'polaris clusterrolebindingPodExecAttach/success.gce_calico_binding': GKE,
  'polaris rolePodExecAttach/success.gce_calico_binding': GKE,
  'polaris rolebindingClusterAdminClusterRole/success.gce_calico_binding': GKE,
  'polaris rolebindingClusterAdminRole/success.gce_calico_binding': GKE,
  'polaris rolebindingClusterRolePodExecAttach/success.gce_calico_binding': GKE,
  'polaris rolebindingRolePodExecAttach/success.gce_calico_binding': GKE,
  'polaris clusterrolebindingPodExecAttach/failure.binding_points_to_missing_ref': UNKNOWN_ROLE,
  'polaris rolebindingClusterRolePodExecAttach/failure.binding_points_to_missing_ref': UNKNOWN_ROLE,
  'polaris rolebindingRolePodExecAttach/failure.binding_points_to_missing_ref': UNKNOWN_ROLE,
  'polaris rolebindingRolePodExecAttach/success.role_binding_cluster_role_binding':
    'its role allows everything, and is a ClusterRole, which another of its checks looks at',
  'polaris hpaMinAvailability/success.minReplicaAbsent':
    'without minReplicas it is 1, which the check refuses where it is said',
  'polaris missingNetworkPolicy/failure.netpol_missing_egress_rules': DENIES,
  'polaris missingNetworkPolicy/failure.netpol_missing_ingress_rules': DENIES,
  'polaris missingPodDisruptionBudget/failure': ALONE,
  'polaris missingPodDisruptionBudget/failure-bad-ns': ALONE,
  'polaris missingPodDisruptionBudget/failure.bad-name': ALONE,
  'polaris missingPodDisruptionBudget/failure.empty-labels': ALONE,
  'polaris missingPodDisruptionBudget/failure.no-labels': ALONE,
  'polaris missingPodDisruptionBudget/failure.no-metadata': ALONE,
  'polaris missingPodDisruptionBudget/failure.wrong-place': ALONE,
  'polaris pdbMinAvailableGreaterThanHPAMinReplicas/failure-gt-percent': 'the API server refuses more than 100 %',
  'polaris readinessProbeMissing/failure': NOBODY,
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
  'kube-linter dangling-networkpolicy': NO_PODS,
  'kube-linter dangling-servicemonitor':
    'one without a namespaceSelector picks Services of its own namespace alone: the one it is said to find is in another',
  'kube-linter dangling-networkpolicypeer-podselector': NO_PODS,
  'kube-linter invalid-target-ports': 'it counts ports, ours are counted by Service and container',
  'kube-linter mismatching-selector':
    'the selector of a DeploymentConfig is a plain map, which that of a Deployment is not',
  'kube-linter no-readiness-probe': NOBODY,
  'kube-linter no-rolling-update-strategy': NOBODY,
  'kube-linter pdb-min-available': 'one of its Deployments has no Pod template: the schema is what it breaks',
  'kube-linter restart-policy':
    'it refuses Never, which Jobs may well have; ours is what the API server refuses: Always for a Job, all else for a Deployment',
  'checkov CKV_K8S_21 DefaultNamespace nginx-statefulset-FAILED.yaml':
    'it says no namespace, which another rule tells of; charts say none until they are installed',
  'checkov CKV_K8S_153 NginxIngressCVE202125742AllSnippets annotation2-nollua-PASSESONEFAILSONE.yaml':
    'it has a snippet, and fails the check, as its name says',
  'checkov CKV_K8S_152 NginxIngressCVE202125742Lua annotation2-nollua-PASSESONEFAILSONE.yaml': SNIPPETS,
  'checkov CKV_K8S_154 NginxIngressCVE202125742Alias annotation2-nollua-PASSESONEFAILSONE.yaml': SNIPPETS,
  'checkov CKV_K8S_157 RbacBindRoleBindings clusterrole-failed-1.yaml':
    'bind on a binding allows nothing: the API server asks for it on the role',
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
