import type { ObjectSchema, Schemas } from './schemas';

const BACKEND = 'write service: { name, port: { number } }, as networking.k8s.io/v1 has it';
const UTILIZATION = 'write target: { type: Utilization, averageUtilization }, as autoscaling/v2 has it';
const AVERAGE = 'write target: { type: AverageValue, averageValue }, as autoscaling/v2 has it';
const METRIC = 'write metric: { name, selector }, as autoscaling/v2 has it';
const VERSIONS = 'write it into each of versions, as apiextensions.k8s.io/v1 has it';
const OF_PROBE = 'move it out, beside the handler of the probe; a hook runs once, and has none';

/**
 * Fields that a version before had, or that are often written a level too deep, by what has them not, and what to do.
 *
 * @source kubernetes.io/docs/reference/using-api/deprecation-guide, what changed with each version
 */
const MOVED: Readonly<Record<string, string>> = {
  'CustomResourceDefinitionSpec.additionalPrinterColumns': VERSIONS,
  'CustomResourceDefinitionSpec.subresources': VERSIONS,
  'CustomResourceDefinitionSpec.validation': `${VERSIONS}: schema: { openAPIV3Schema }`,
  'CustomResourceDefinitionSpec.version': 'write versions: [{ name, served, storage, schema }]',
  'CustomResourceConversion.conversionReviewVersions': 'move it into webhook',
  'CustomResourceConversion.webhookClientConfig': 'write webhook: { clientConfig, conversionReviewVersions }',
  'DeploymentSpec.rollbackTo': 'remove it, and use kubectl rollout undo',
  'DaemonSetSpec.templateGeneration': 'remove it',
  'Endpoint.topology': 'write nodeName and zone, as discovery.k8s.io/v1 has it',
  'ExternalMetricSource.metricName': METRIC,
  'ExternalMetricSource.targetAverageValue': AVERAGE,
  'HorizontalPodAutoscalerSpec.targetCPUUtilizationPercentage':
    'write metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization } } }]',
  'IngressBackend.serviceName': BACKEND,
  'IngressBackend.servicePort': BACKEND,
  'IngressSpec.backend': 'call it defaultBackend, as networking.k8s.io/v1 does',
  'LimitedPriorityLevelConfiguration.assuredConcurrencyShares': 'call it nominalConcurrencyShares',
  'PodsMetricSource.metricName': METRIC,
  'PodsMetricSource.targetAverageValue': AVERAGE,
  'ResourceMetricSource.targetAverageUtilization': UTILIZATION,
  'ResourceMetricSource.targetAverageValue': AVERAGE,
  'ServiceSpec.loadBalancerBackendWeights':
    'remove it: a Service has no weights; use a canary Ingress, or backendRefs of an HTTPRoute',
  'ServiceSpec.topologyKeys': 'write trafficDistribution: PreferClose',
};

const HANDLERS = new Set(['ExecAction', 'GRPCAction', 'HTTPGetAction', 'TCPSocketAction']);
const CONTAINERS = new Set(['Container', 'EphemeralContainer']);

/** What to do about a field that stands elsewhere now, or always did; nothing where that is not known. */
export function movedField(name: string, { label, custom }: ObjectSchema, schemas: Schemas): string | undefined {
  if (custom) return undefined;
  const isOf = (definition: string) => schemas.object(definition).fields.has(name);
  if (HANDLERS.has(label) && isOf('core.v1.Probe')) return OF_PROBE;
  if (CONTAINERS.has(label) && isOf('core.v1.PodSpec')) return 'move it out of the container, beside containers';
  if (label === 'PodSpec' && isOf('core.v1.Container')) return 'move it into one of containers';
  return MOVED[`${label}.${name}`];
}
