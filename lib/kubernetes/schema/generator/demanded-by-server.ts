/**
 * Fields that the published schema requires, and that the API server accepts an object without: it reads nothing as
 * empty, zero or false, and finds nothing wrong with that; or it fills them in.
 *
 * @source each was left out of an object sent to kube-apiserver 1.30.14 and 1.36.3 as a dry run
 */
const NOT_DEMANDED: ReadonlySet<string> = new Set([
  'apiextensions.CustomResourceDefinitionVersion.served',
  'apiextensions.CustomResourceDefinitionVersion.storage',
  'apiserverinternal.StorageVersion.status',
  'apps.ControllerRevision.revision',
  'apps.StatefulSetSpec.serviceName',
  'batch.PodFailurePolicy.rules',
  'core.ConfigMapNodeConfigSource.kubeletConfigKey',
  'core.ConfigMapNodeConfigSource.name',
  'core.ConfigMapNodeConfigSource.namespace',
  'core.Event.involvedObject',
  'core.HTTPHeader.value',
  'core.ISCSIPersistentVolumeSource.lun',
  'core.ISCSIVolumeSource.lun',
  'core.LimitRangeSpec.limits',
  'core.PreferredSchedulingTerm.preference',
  'core.ScaleIOPersistentVolumeSource.secretRef',
  'core.ScaleIOVolumeSource.secretRef',
  'core.SleepAction.seconds',
  'core.Sysctl.value',
  'discovery.EndpointSlice.endpoints',
  'discovery.ForZone.name',
  'networking.NetworkPolicySpec.podSelector',
  'rbac.RoleRef.apiGroup',
  'resource.CapacityRequestPolicyRange.min',
  'resource.Counter.value',
  'resource.DeviceCapacity.value',
  'resource.DeviceClass.spec',
  'resource.ResourceClaim.spec',
  'resource.ResourceClaimTemplate.spec',
  'resource.ResourceClaimTemplateSpec.spec',
  'resource.ResourcePool.generation',
  'scheduling.PriorityClass.value',
  'storage.CSIDriver.spec',
  'storage.CSINode.spec',
  'storage.CSINodeSpec.drivers',
  'storage.TokenRequest.audience',
]);

/**
 * Whether the API server refuses an object without a field that the published schema requires.
 *
 * `definition` is a name such as `apps.v1.StatefulSetSpec`; its versions are taken to agree.
 */
export function demandedByServer(definition: string, field: string): boolean {
  const [group, , name] = definition.split('.');
  return !NOT_DEMANDED.has(`${group}.${name}.${field}`);
}
