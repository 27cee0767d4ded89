import type { ImmutableField } from './immutable-field';
import { IMMUTABLE_IN_SERVICES } from './immutable-in-services';
import { IMMUTABLE_IN_STORAGE } from './immutable-in-storage';
import { IMMUTABLE_IN_WORKLOADS } from './immutable-in-workloads';

const sealed = ({ from }: { readonly from: { readonly immutable?: unknown } }) => from.immutable !== true;

const rows = (
  kind: string,
  source: string,
  fields: readonly (string | Omit<ImmutableField, 'kind' | 'source'>)[],
): ImmutableField[] =>
  fields.map((field) => (typeof field === 'string' ? { kind, field, source } : { kind, source, ...field }));

/**
 * Every field that the API server refuses to change: the functions `Validate...Update` of Kubernetes, one by one.
 *
 * @source kubernetes@1.36 pkg/apis/<group>/validation/validation.go
 */
export const IMMUTABLE_FIELDS: readonly ImmutableField[] = [
  ...IMMUTABLE_IN_WORKLOADS,
  ...IMMUTABLE_IN_STORAGE,
  ...IMMUTABLE_IN_SERVICES,
  ...rows('/ConfigMap', 'core ValidateConfigMapUpdate', [
    { field: 'immutable', allows: sealed },
    { field: 'data', allows: sealed },
    { field: 'binaryData', allows: sealed },
  ]),
  ...rows('/Secret', 'core ValidateSecretUpdate', [
    'type',
    { field: 'immutable', allows: sealed },
    { field: 'data', allows: sealed },
  ]),
  ...rows('/ResourceQuota', 'core ValidateResourceQuotaUpdate', ['spec.scopes']),
  ...rows('rbac.authorization.k8s.io/RoleBinding', 'rbac ValidateRoleBindingUpdate', ['roleRef']),
  ...rows('rbac.authorization.k8s.io/ClusterRoleBinding', 'rbac ValidateClusterRoleBindingUpdate', ['roleRef']),
  ...rows('scheduling.k8s.io/PriorityClass', 'scheduling ValidatePriorityClassUpdate', ['value', 'preemptionPolicy']),
  ...rows('networking.k8s.io/IngressClass', 'networking validateIngressClassSpecUpdate', ['spec.controller']),
  ...rows('networking.k8s.io/IPAddress', 'networking ValidateIPAddressUpdate', ['spec.parentRef']),
  ...rows('node.k8s.io/RuntimeClass', 'node ValidateRuntimeClassUpdate', ['handler']),
  ...rows('resource.k8s.io/ResourceClaim', 'resource ValidateResourceClaimUpdate', ['spec']),
  ...rows('resource.k8s.io/ResourceClaimTemplate', 'resource ValidateResourceClaimTemplateUpdate', ['spec']),
  ...rows('apiextensions.k8s.io/CustomResourceDefinition', 'apiextensions validateCustomResourceDefinitionSpecUpdate', [
    'spec.group',
    'spec.scope',
    'spec.names.kind',
    'spec.names.plural',
  ]),
  ...rows('gateway.networking.k8s.io/GatewayClass', 'gateway-api@1.7 GatewayClassSpec: self == oldSelf', [
    'spec.controllerName',
  ]),
];
