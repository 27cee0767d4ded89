import type { Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldList } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { type RunningPods, runningPods } from '../../kubernetes/running-pods';
import { serviceTargetPods, serviceTargets, serviceTargetsPods } from '../../kubernetes/service-targets';
import type { BackendService } from './answer';

/**
 * Whether a Service can answer: `ready` it can, `empty` it has no Pods, `missing` it is not there or has no such port.
 * Manifests need not hold everything: a Service of a namespace of which no Service is known is taken to be there, and one
 * whose Pods nothing tells of is taken to have some.
 */
export type ServiceState = 'ready' | 'empty' | 'missing';

/** What some manifests tell of Services. */
export interface KnownServices {
  stateOf(backend: BackendService): ServiceState;
  /** The backend with the number of its port, where it has a name and a Service says which number that is. */
  byNumber(backend: BackendService): BackendService;
  /** The port of a Service, for who need not name it: the only one, or the first. */
  onlyPort(service: Pick<BackendService, 'namespace' | 'service'>): number | string;
  /** Whether it is a name for something outside the cluster. */
  isExternal(backend: BackendService): boolean;
}

/** Reads Services, and whatever says that they have Pods: EndpointSlices, or else workloads and their replicas. */
export function knownServices(manifests: readonly Manifest[]): KnownServices {
  const services = new Map<string, Manifest>();
  for (const one of manifests)
    if (one.kind === 'Service' && one.apiVersion === 'v1')
      services.set(`${namespaceOf(one)}/${one.metadata.name}`, one);
  const namespaces = new Set([...services.values()].map(namespaceOf));
  const find = ({ namespace, service }: Pick<BackendService, 'namespace' | 'service'>) =>
    services.get(`${namespace}/${service}`);
  const portOf = (backend: BackendService) =>
    serviceTargets(find(backend) ?? NOTHING).find(({ port, name }) => [port, name].includes(backend.port));
  const hasPods = podsOf(manifests);
  const isExternal = (backend: BackendService) => manifestField(find(backend), 'spec.type') === 'ExternalName';
  const stateOf = (backend: BackendService): ServiceState => {
    const service = find(backend);
    if (!service) return namespaces.has(backend.namespace) ? 'missing' : 'ready';
    if (isExternal(backend)) return 'ready';
    if (!portOf(backend)) return 'missing';
    return hasPods(service) ? 'ready' : 'empty';
  };
  const states = new Map<string, ServiceState>();
  const numbers = new Map<string, BackendService['port']>();
  return {
    isExternal,
    onlyPort: (service) => asPort(serviceTargets(find(service) ?? NOTHING)[0]?.port) ?? 80,
    byNumber: (backend) => {
      const key = keyOf(backend);
      const port = numbers.get(key) ?? asPort(portOf(backend)?.port) ?? backend.port;
      numbers.set(key, port);
      return { ...backend, port };
    },
    stateOf: (backend) => {
      const key = keyOf(backend);
      const state = states.get(key) ?? stateOf(backend);
      states.set(key, state);
      return state;
    },
  };
}

const NOTHING: Manifest = { apiVersion: 'v1', kind: 'Service', metadata: {} };

function keyOf({ namespace, service, port }: BackendService): string {
  return `${namespace}/${service}:${port}`;
}

function asPort(port: unknown): number | undefined {
  return typeof port === 'number' ? port : undefined;
}

/** Whether a Service has Pods; where nothing tells of any in its namespace, it is taken to have some. */
function podsOf(manifests: readonly Manifest[]): (service: Manifest) => boolean {
  const pods = runningPods(manifests);
  const slices = manifests.filter(({ kind }) => kind === 'EndpointSlice');
  return (service) => {
    const namespace = namespaceOf(service);
    const own = slices.filter(
      (slice) =>
        namespaceOf(slice) === namespace &&
        slice.metadata.labels?.['kubernetes.io/service-name'] === service.metadata.name,
    );
    if (own.length > 0) return own.some(hasServingEndpoint);
    if (!serviceTargetsPods(service) || !pods.some((one) => one.namespace === namespace)) return true;
    return serviceTargetPods(service, pods).some(hasReplicas);
  };
}

function hasServingEndpoint(slice: Manifest): boolean {
  return manifestFieldList(slice, 'endpoints').some(
    (endpoint) => manifestField(endpoint, 'conditions.serving') !== false,
  );
}

function hasReplicas({ object }: RunningPods): boolean {
  return manifestField(object, 'spec.replicas') !== 0;
}
