export { VersionedConfig, type VersionedConfigProps } from './constructs/config/versioned-config';
export { InvalidProp, type InvalidPropDetails } from './constructs/invalid-prop';
export { DefaultDeny, type DefaultDenyProps } from './constructs/network/default-deny';
export { NetworkAccess, type NetworkAccessProps } from './constructs/network/network-access';
export { NetworkPeer, type PeerWorkload } from './constructs/network/network-peer';
export { NetworkPort, type NetworkProtocol } from './constructs/network/network-port';
export { override } from './constructs/override';
export { AutoscaledWorkload, type AutoscaledWorkloadProps } from './constructs/scaling/autoscaled-workload';
export { DisruptionBudget, type DisruptionBudgetProps } from './constructs/scaling/disruption-budget';
export {
  fastUpSlowDown,
  type ScalingBehavior,
  type ScalingPolicy,
  type ScalingRules,
} from './constructs/scaling/scaling-behavior';
export { type HelloIngress, HelloService, type HelloServiceProps } from './constructs/service/hello-service';
export { type ReplicaBounds, ServiceVersion, type ServiceVersionProps } from './constructs/service/service-version';
export { Tenancy } from './constructs/tenancy/tenancy';
export type { TenancyProps } from './constructs/tenancy/tenancy-props';
export { CanaryIngress, type CanaryIngressProps } from './constructs/traffic/canary-ingress';
export { ServiceIngress, type ServiceIngressProps } from './constructs/traffic/service-ingress';
export type { Backend, CanaryRules, HttpPath } from './constructs/traffic/traffic-intent';
export { type ServedWorkload, WorkloadService, type WorkloadServiceProps } from './constructs/traffic/workload-service';
export type { ConfigSource } from './constructs/workload/config-source';
export { type HttpProbeOptions, Probe, type ProbeTiming } from './constructs/workload/probe';
export { ProbedDeployment } from './constructs/workload/probed-deployment';
export type { ProbedDeploymentProps } from './constructs/workload/probed-deployment-props';
export { type RollingUpdateOptions, Rollout } from './constructs/workload/rollout';
export type { ScalableWorkload } from './constructs/workload/scalable-workload';
export type { TopologySpread } from './constructs/workload/topology-spread';
export {
  fromConfigMap,
  fromPodField,
  fromSecret,
  type VariableSource,
  type VariableValue,
} from './constructs/workload/variable-source';
export type { Program, ServiceChart } from './delivery/program';
export type {
  Cluster,
  Environment,
  EnvironmentValues,
  ReleasedImages,
  SizeName,
} from './environments/environment';
export type { ContainerImage } from './kubernetes/container-image';
export type { ContainerSize } from './kubernetes/container-size';
export type { GatewayApi, IngressNginx, IngressProvider } from './kubernetes/ingress-provider';
export { Cpu, k8s } from './kubernetes/k8s';
export { type Labels, partOf } from './kubernetes/labels';
export type { NamespaceQuota } from './kubernetes/namespace-quota';
export type { PercentOrCount } from './kubernetes/percent-or-count';
