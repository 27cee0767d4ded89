export { type AccessLevel, accessLevelRules } from './constructs/access/access-level';
export type { AccessRule, PathRule, ResourceRule, Verb } from './constructs/access/access-rule';
export { ClusterWideGrant, type ClusterWideGrantProps } from './constructs/access/cluster-wide-grant';
export { ClusterWideRole, type ClusterWideRoleProps } from './constructs/access/cluster-wide-role';
export { NamespaceGrant, type NamespaceGrantProps } from './constructs/access/namespace-grant';
export { NamespaceRole, type NamespaceRoleProps } from './constructs/access/namespace-role';
export { type RoleReference, roleReferenceTo } from './constructs/access/role-reference';
export { Subject } from './constructs/access/subject';
export { type EnvironmentAccess, TeamAccess, type TeamAccessProps } from './constructs/access/team-access';
export { WorkloadAccount, type WorkloadAccountProps } from './constructs/access/workload-account';
export { AdmissionPolicy, type AdmissionPolicyProps } from './constructs/admission/admission-policy';
export type {
  AdmissionPolicyRules,
  AdmissionValidation,
  NamedExpression,
  RequestMatch,
} from './constructs/admission/admission-policy-rules';
export { BatchJob } from './constructs/batch/batch-job';
export type { BatchJobProps } from './constructs/batch/batch-job-props';
export type { JobProps } from './constructs/batch/job-props';
export { type ExitCodeOptions, type PodFailureAction, PodFailureRule } from './constructs/batch/pod-failure-rule';
export { Schedule, type Weekday } from './constructs/batch/schedule';
export { ScheduledJob } from './constructs/batch/scheduled-job';
export type { ScheduledJobProps } from './constructs/batch/scheduled-job-props';
export { LiveConfig, type LiveConfigProps } from './constructs/config/live-config';
export { VersionedConfig, type VersionedConfigProps } from './constructs/config/versioned-config';
export type { ConfigSource } from './constructs/container/config-source';
export type { ContainerPort } from './constructs/container/container-port';
export type { ContainerProps } from './constructs/container/container-props';
export { type HttpHookOptions, LifecycleHook } from './constructs/container/lifecycle-hook';
export type { NamedContainer } from './constructs/container/named-container';
export { type HttpProbeOptions, Probe, type ProbeTiming } from './constructs/container/probe';
export {
  healthzProbes,
  type ProbeSet,
  type ProbeSetOptions,
  springActuatorProbes,
} from './constructs/container/probe-set';
export {
  fromConfigMap,
  fromPodField,
  fromResource,
  fromSecret,
  type VariableSource,
  type VariableValue,
} from './constructs/container/variable-source';
export {
  type ClusterIpOptions,
  Exposure,
  type HeadlessOptions,
  type LoadBalancerOptions,
  type NodePortOptions,
} from './constructs/discovery/exposure';
export { ExternalService, type ExternalServiceProps } from './constructs/discovery/external-service';
export { FixedEndpoints, type FixedEndpointsProps, type FixedPort } from './constructs/discovery/fixed-endpoints';
export type { IpFamilies } from './constructs/discovery/ip-families';
export type { ServiceOfNamespace } from './constructs/discovery/require-sound-external';
export { ServiceNames } from './constructs/discovery/service-names';
export type { ServiceOptions } from './constructs/discovery/service-options';
export type { ServicePort } from './constructs/discovery/service-port';
export {
  type ServedWorkload,
  WorkloadService,
  type WorkloadServiceProps,
} from './constructs/discovery/workload-service';
export { InvalidProp, type InvalidPropDetails } from './constructs/invalid-prop';
export { type Move, moved } from './constructs/move';
export { DefaultDeny, type DefaultDenyProps } from './constructs/network/default-deny';
export { ingressPeers } from './constructs/network/ingress-peers';
export { NetworkAccess, type NetworkAccessProps } from './constructs/network/network-access';
export { NetworkPeer, type PeerWorkload } from './constructs/network/network-peer';
export { NetworkPort, type NetworkProtocol } from './constructs/network/network-port';
export { override } from './constructs/override';
export type { DnsConfig } from './constructs/pod/dns-config';
export { LabelExpression } from './constructs/pod/label-expression';
export { type Neighbour, type NeighbourOptions, Placement, type TolerationOptions } from './constructs/pod/placement';
export type { PodProps } from './constructs/pod/pod-props';
export type { QosClass } from './constructs/pod/qos-class';
export { type SpreadConstraint, spreadAcrossZones, type TopologySpread } from './constructs/pod/topology-spread';
export { AutoscaledWorkload, type AutoscaledWorkloadProps } from './constructs/scaling/autoscaled-workload';
export type { ContainerScaling, RequestBounds } from './constructs/scaling/container-scaling';
export {
  DisruptionBudget,
  type DisruptionBudgetOptions,
  type DisruptionBudgetProps,
} from './constructs/scaling/disruption-budget';
export {
  type EvictionAnnotations,
  notSafeToEvict,
  safeToEvict,
  safeToEvictLocalVolumes,
} from './constructs/scaling/eviction-annotations';
export {
  type DescribedObject,
  Metric,
  type MetricAmount,
  type MetricIdentifier,
  type MetricTarget,
} from './constructs/scaling/metric';
export {
  fastUpSlowDown,
  type ScalingBehavior,
  type ScalingPolicy,
  type ScalingRules,
} from './constructs/scaling/scaling-behavior';
export {
  type EvictionRequirement,
  VerticalScaling,
  type VerticalScalingProps,
} from './constructs/scaling/vertical-scaling';
export { PriorityClass, type PriorityClassProps } from './constructs/scheduling/priority-class';
export { ClusterSecretStore, type ClusterSecretStoreProps } from './constructs/secrets/cluster-secret-store';
export { ExternalSecret } from './constructs/secrets/external-secret';
export type { ExternalSecretProps, RemoteSecret } from './constructs/secrets/external-secret-props';
export { LiteralSecret, type LiteralSecretProps } from './constructs/secrets/literal-secret';
export { SealedSecret, type SealedSecretProps } from './constructs/secrets/sealed-secret';
export { type Credentials, SecretContent } from './constructs/secrets/secret-content';
export { SecretReference, type SecretReferenceProps } from './constructs/secrets/secret-reference';
export { SecretStore, type SecretStoreProps } from './constructs/secrets/secret-store';
export {
  type AwsOptions,
  type KubernetesOptions,
  type StoreAccount,
  StoreProvider,
  type VaultOptions,
} from './constructs/secrets/store-provider';
export type { TlsPair } from './constructs/secrets/tls-mistake';
export {
  type BlueGreenIngress,
  BlueGreenService,
  type BlueGreenServiceProps,
  type ColourVersion,
  type ServiceColourName,
} from './constructs/service/blue-green-service';
export type { HelloIngress } from './constructs/service/hello-ingresses';
export { HelloService, type HelloServiceProps } from './constructs/service/hello-service';
export { type ColourState, ServiceColour, type ServiceColourProps } from './constructs/service/service-colour';
export { type ReplicaBounds, ServiceVersion, type ServiceVersionProps } from './constructs/service/service-version';
export { SteppedService, type SteppedServiceProps } from './constructs/service/stepped-service';
export type { ClaimRequest } from './constructs/storage/claim-request';
export type { CsiSource } from './constructs/storage/csi-source';
export type { InlineCsi } from './constructs/storage/inline-csi';
export type { KeyChoice, KeyFiles } from './constructs/storage/key-files';
export { PersistentClaim, type PersistentClaimProps } from './constructs/storage/persistent-claim';
export type { PodFields } from './constructs/storage/pod-fields';
export type { ProjectedSource } from './constructs/storage/projected-source';
export { Provisioner } from './constructs/storage/provisioner';
export { StaticVolume } from './constructs/storage/static-volume';
export type { StaticVolumeProps } from './constructs/storage/static-volume-props';
export { StaticVolumeSource } from './constructs/storage/static-volume-source';
export { StorageClass } from './constructs/storage/storage-class';
export type { StorageClassProps } from './constructs/storage/storage-class-props';
export {
  type Mount,
  type MountOptions,
  Volume,
} from './constructs/storage/volume';
export { type ScopedAmounts, ScopedQuota, type ScopedQuotaProps } from './constructs/tenancy/scoped-quota';
export { Tenancy } from './constructs/tenancy/tenancy';
export type { ContainerDefaults, PodSecurityLevel, TenancyProps } from './constructs/tenancy/tenancy-props';
export { CanaryIngress, type CanaryIngressProps } from './constructs/traffic/canary-ingress';
export { IngressClass, type IngressClassProps } from './constructs/traffic/ingress-class';
export type { Cors, IngressOptions, Redirect, Rewrite, SessionCookie } from './constructs/traffic/ingress-options';
export type { RolloutRouting } from './constructs/traffic/rollout-routing';
export { ServiceIngress, type ServiceIngressProps } from './constructs/traffic/service-ingress';
export type {
  Backend,
  Canary,
  CanaryRule,
  CanaryRules,
  CookieRule,
  HeaderRule,
  HttpPath,
  TlsSecret,
} from './constructs/traffic/traffic-intent';
export { BarePod, type BarePodProps } from './constructs/workload/bare-pod';
export { BareReplicaSet, type BareReplicaSetProps } from './constructs/workload/bare-replica-set';
export type { ClaimTemplate } from './constructs/workload/claim-template';
export { DaemonSetRollout } from './constructs/workload/daemon-set-rollout';
export { LogCollector, type LogCollectorProps } from './constructs/workload/log-collector';
export type { PodHostname } from './constructs/workload/pod-hostname';
export { ProbedDaemonSet } from './constructs/workload/probed-daemon-set';
export type { DaemonSetProps, ProbedDaemonSetProps } from './constructs/workload/probed-daemon-set-props';
export { ProbedDeployment } from './constructs/workload/probed-deployment';
export type { ProbedDeploymentProps } from './constructs/workload/probed-deployment-props';
export { ProbedRollout, type ProbedRolloutProps } from './constructs/workload/probed-rollout';
export { ProbedStatefulSet } from './constructs/workload/probed-stateful-set';
export type { ProbedStatefulSetProps } from './constructs/workload/probed-stateful-set-props';
export { type RollingUpdateOptions, Rollout } from './constructs/workload/rollout';
export { type HeaderRoute, RolloutStep, type RolloutStepParts } from './constructs/workload/rollout-step';
export type { ScalableWorkload } from './constructs/workload/scalable-workload';
export { type OrderedUpdateOptions, StatefulSetRollout } from './constructs/workload/stateful-set-rollout';
export type { Program, ServiceChart } from './delivery/program';
export type {
  Cluster,
  Environment,
  EnvironmentValues,
  ReleasedColours,
  ReleasedImages,
  SizeName,
} from './environments/environment';
export type { CanaryStep, Pause, ReleasePolicy } from './environments/release-policy';
export type { AccessMode } from './kubernetes/access-modes';
export type { ConfigData } from './kubernetes/config-data';
export type { ContainerImage } from './kubernetes/container-image';
export { type ImageOptions, imageFrom } from './kubernetes/container-image';
export type { ContainerSize } from './kubernetes/container-size';
export type { HostPathType } from './kubernetes/host-path-type';
export type {
  Alb,
  GatewayApi,
  GatewayFeature,
  IngressDialect,
  IngressNginx,
  IngressProvider,
  Istio,
  Traefik,
  Transition,
} from './kubernetes/ingress-provider';
export { Cpu, k8s } from './kubernetes/k8s';
export { type Labels, partOf } from './kubernetes/labels';
export type { NamespaceQuota } from './kubernetes/namespace-quota';
export type { PercentOrCount } from './kubernetes/percent-or-count';
export { type PodAddress, podDnsName } from './kubernetes/pod-dns-name';
export type { ClassAmounts, PodAmounts, QuotaAmounts } from './kubernetes/quota-amounts';
export { QuotaScope } from './kubernetes/quota-scope';
export type { ResourceBounds } from './kubernetes/resource-bounds';
export type { SecretType } from './kubernetes/secret-type';
