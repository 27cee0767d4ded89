import type { Size } from 'cdk8s';
import { findApiResource } from './api-resource';
import { compareQuantities } from './compare-quantities';
import type { InvalidValue } from './invalid-value';
import type { Cpu } from './k8s';
import { nameProblem } from './names';
import { wholeNumberProblem } from './whole-number';

/** What Pods may use together. What is left out has no bound. */
export interface PodAmounts {
  readonly cpuRequests?: Cpu;
  readonly cpuLimits?: Cpu;
  readonly memoryRequests?: Size;
  readonly memoryLimits?: Size;
  /** Pods that have not ended. */
  readonly pods?: number;
}

/** What volumes of a storage class may come to. What is left out has no bound. */
export interface ClassAmounts {
  /** Storage that claims of the class ask for together. */
  readonly storageRequests?: Size;
  /** Claims of the class. */
  readonly claims?: number;
}

/** What objects of a namespace may come to together. What is left out has no bound. */
export interface QuotaAmounts extends PodAmounts {
  /** Disk of nodes that containers ask for, for what they write outside volumes. */
  readonly ephemeralStorageRequests?: Size;
  readonly ephemeralStorageLimits?: Size;
  /** Storage that all claims ask for together. */
  readonly storageRequests?: Size;
  /** The same by storage class. */
  readonly storageClasses?: Readonly<Record<string, ClassAmounts>>;
  /**
   * Objects by resource, as kubectl names it: `{ services: 10, deployments: 20, 'certificates.cert-manager.io': 5 }`, and
   * of Services those that take ports of nodes (`services.nodeports`, each port counts) or addresses outside
   * (`services.loadbalancers`).
   */
  readonly objects?: Readonly<Record<string, number>>;
}

const PARTS_OF_SERVICES = ['services.loadbalancers', 'services.nodeports'];

/** Resources that had a quota before any could be counted, and kept their names. */
const BY_NAME: ReadonlySet<string> = new Set([
  ...PARTS_OF_SERVICES,
  ...['configmaps', 'persistentvolumeclaims', 'replicationcontrollers', 'resourcequotas', 'secrets', 'services'],
]);

const MOST = 2 ** 31 - 1;

/** The amounts as a ResourceQuota holds them. `requests.cpu`, not `cpu`: both mean requests, but this one says so. */
export function quotaHard(amounts: QuotaAmounts): Record<string, string> {
  const { objects = {}, storageClasses = {} } = amounts;
  return given({
    'requests.cpu': amounts.cpuRequests?.amount,
    'limits.cpu': amounts.cpuLimits?.amount,
    'requests.memory': amounts.memoryRequests?.asString(),
    'limits.memory': amounts.memoryLimits?.asString(),
    'requests.ephemeral-storage': amounts.ephemeralStorageRequests?.asString(),
    'limits.ephemeral-storage': amounts.ephemeralStorageLimits?.asString(),
    pods: amounts.pods,
    'requests.storage': amounts.storageRequests?.asString(),
    ...Object.fromEntries(Object.entries(storageClasses).flatMap(([name, of]) => Object.entries(classHard(name, of)))),
    ...Object.fromEntries(Object.entries(objects).map(([resource, count]) => [countName(resource), count])),
  });
}

/** What Kubernetes would refuse of the amounts, or would take and never bound by; nothing where they are sound. */
export function quotaProblem(amounts: QuotaAmounts): InvalidValue | undefined {
  return countProblem(amounts) ?? orderProblem(amounts) ?? classProblem(amounts) ?? objectProblem(amounts);
}

function given(values: Readonly<Record<string, string | number | undefined>>): Record<string, string> {
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said.map(([key, value]) => [key, String(value)]));
}

function classHard(name: string, { storageRequests, claims }: ClassAmounts): Record<string, string> {
  const of = `${name}.storageclass.storage.k8s.io`;
  return given({ [`${of}/requests.storage`]: storageRequests?.asString(), [`${of}/persistentvolumeclaims`]: claims });
}

function countName(resource: string): string {
  if (BY_NAME.has(resource)) return resource;
  const found = findApiResource(resource);
  if (!('resource' in found)) return resource;
  return found.group ? `count/${found.resource}.${found.group}` : `count/${found.resource}`;
}

function countProblem({ pods, objects = {}, storageClasses = {} }: QuotaAmounts): InvalidValue | undefined {
  const counts = [
    ['pods', pods],
    ...Object.entries(objects).map(([resource, count]) => [`objects[${resource}]`, count]),
    ...Object.entries(storageClasses).map(([name, { claims }]) => [`storageClasses[${name}].claims`, claims]),
  ] as const;
  for (const [field, got] of counts) {
    const rule = got === undefined ? undefined : wholeNumberProblem(Number(got), 0, MOST);
    if (rule) return { field: String(field), got, rule, mend: 'give a count' };
  }
  return undefined;
}

/** Nothing can have limits below its requests, so a quota with less of limits leaves some of the requests out of reach. */
function orderProblem(amounts: QuotaAmounts): InvalidValue | undefined {
  for (const [field, requests, limits] of [
    ['cpuLimits', amounts.cpuRequests?.amount, amounts.cpuLimits?.amount],
    ['memoryLimits', amounts.memoryRequests?.asString(), amounts.memoryLimits?.asString()],
    [
      'ephemeralStorageLimits',
      amounts.ephemeralStorageRequests?.asString(),
      amounts.ephemeralStorageLimits?.asString(),
    ],
  ] as const) {
    if (requests === undefined || limits === undefined || compareQuantities(limits, requests) >= 0) continue;
    const rule = `must be at least the requests (${requests})`;
    return { field, got: limits, rule, mend: 'raise it, or lower the requests' };
  }
  return undefined;
}

function classProblem({ storageClasses = {} }: QuotaAmounts): InvalidValue | undefined {
  for (const name of Object.keys(storageClasses)) {
    const rule = nameProblem('StorageClass', name);
    if (rule) return { field: 'storageClasses', got: name, rule, mend: 'give the name of a StorageClass' };
  }
  return undefined;
}

function objectProblem({ objects = {} }: QuotaAmounts): InvalidValue | undefined {
  for (const got of Object.keys(objects).filter((resource) => !BY_NAME.has(resource))) {
    const wrong = objectMistake(got);
    if (wrong) return { field: 'objects', got, ...wrong };
  }
  return undefined;
}

function objectMistake(name: string): Pick<InvalidValue, 'rule' | 'mend'> | undefined {
  if (name === 'pods')
    return { rule: 'must not be counted twice', mend: 'give it as pods: those that ended do not count' };
  const found = findApiResource(name);
  if ('rule' in found) return found;
  const { resource, scope, served } = found;
  if (scope === 'Cluster') return { rule: 'must be in a namespace', mend: 'leave it out: it belongs to the cluster' };
  if (served !== 'never' && !/[*/]/.test(resource)) return undefined;
  return { rule: 'must be a resource that objects are stored of', mend: 'name each resource whole' };
}
