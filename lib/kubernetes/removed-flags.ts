/** A flag that a component of Kubernetes takes no more, and since when: it does not start with it. */
export interface RemovedFlag {
  /** The flag, or the feature gate in it. */
  readonly name: string;
  readonly since: string;
}

/**
 * Flags by component, and the minor since which they are gone.
 *
 * @source kubernetes@1.24 CHANGELOG/CHANGELOG-1.24.md (insecure addresses), 1.23 (policies of the scheduler), 1.27 (taints)
 */
const FLAGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'kube-apiserver': { address: '1.24', 'insecure-bind-address': '1.24', 'insecure-port': '1.24', port: '1.24' },
  'kube-controller-manager': {
    address: '1.24',
    'enable-taint-manager': '1.27',
    'pod-eviction-timeout': '1.27',
    port: '1.24',
  },
  'kube-proxy': {},
  'kube-scheduler': { address: '1.24', 'policy-config-file': '1.23', 'policy-configmap': '1.23', port: '1.24' },
  kubelet: {},
};

/**
 * Feature gates by the minor since which no component knows them.
 *
 * @source kubernetes.io/docs/reference/command-line-tools-reference/feature-gates-removed, the last minor that knows each
 */
const GATES: Readonly<Record<string, string>> = {
  '1.21':
    'HyperVContainer ServiceLoadBalancerFinalizer SupportIPVSProxyMode TaintBasedEvictions WindowsGMSA WindowsRunAsUserName',
  '1.22':
    'AttachVolumeLimit BlockVolume CSIBlockVolume CSIDriverRegistry EvenPodsSpread RotateKubeletClientCertificate TokenRequest TokenRequestProjection VolumePVCDataSource',
  '1.23':
    'BalanceAttachedNodeVolumes CRIContainerLogRotation CSINodeInfo LegacyNodeRoleBehavior NodeDisruptionExclusion RootCAConfigMap RunAsGroup SCTPSupport ServiceAppProtocol ServiceNodeExclusion ServiceTopology Sysctls VolumeSnapshotDataSource',
  '1.24':
    'BoundServiceAccountTokenVolume CronJobControllerV2 EnableEquivalenceClassCache NamespaceDefaultLabelName NodeLease ServiceAccountIssuerDiscovery StartupProbe SupportNodePidsLimit SupportPodPidsLimit',
  '1.25':
    'CSIServiceAccountToken EndpointSlice EndpointSliceNodeName EndpointSliceProxying GenericEphemeralVolume HugePageStorageMediumSize IPv6DualStack ImmutableEphemeralVolumes IngressClassNamespacedParams RuntimeClass SetHostnameAsFQDN StorageObjectInUseProtection StreamingProxyRedirects TTLAfterFinished ValidateProxyRedirects VolumeSubpath VolumeSubpathEnvExpansion WarningHeaders WindowsEndpointSliceProxying',
  '1.26':
    'AllowInsecureBackendProxy CSIMigrationOpenStack CSIVolumeFSGroupPolicy CSRDuration ConfigurableFSGroupPolicy DefaultPodTopologySpread DynamicKubeletConfig IndexedJob NonPreemptingPriority PodAffinityNamespaceSelector PodDisruptionBudget PodOverhead PreferNominatedNode SelectorIndex ServiceLBNodePortControl ServiceLoadBalancerClass SuspendJob',
  '1.27':
    'CSIInlineVolume CSIMigration CSIMigrationAWS CSIMigrationAzureDisk ControllerManagerLeaderMigration DaemonSetUpdateSurge EphemeralContainers ExpandCSIVolumes ExpandInUsePersistentVolumes ExpandPersistentVolumes IdentifyPodOS LocalStorageCapacityIsolation NetworkPolicyEndPort StatefulSetMinReadySeconds',
};

const SINCE: ReadonlyMap<string, string> = new Map(
  Object.entries(GATES).flatMap(([since, names]) => names.split(' ').map((name) => [name, since] as const)),
);

/** Whether a program is a component of Kubernetes. @param program as it is called, with or without its folder */
export function componentOf(program: string): string | undefined {
  const name = program.slice(program.lastIndexOf('/') + 1);
  return Object.hasOwn(FLAGS, name) ? name : undefined;
}

/** What of a word of a component's command line is gone. @param word such as `--port=0`, `--feature-gates=A=true,B=false` */
export function removedFlags(component: string, word: string): RemovedFlag[] {
  const [, flag = '', value = ''] = /^--?([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
  const since = FLAGS[component]?.[flag];
  if (since !== undefined) return [{ name: `--${flag}`, since }];
  if (flag !== 'feature-gates') return [];
  const gates = value.split(',').map((gate) => gate.split('=')[0]?.trim() ?? '');
  return gates.flatMap((name) => {
    const gone = SINCE.get(name);
    return gone === undefined ? [] : [{ name, since: gone }];
  });
}
