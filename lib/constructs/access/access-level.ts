import type { AccessRule, Verb } from './access-rule';

/**
 * What a person may do in an environment; each level has what the one before it has.
 *
 * - `viewer` sees everything but Secrets, the logs of Pods included. The config of a service is seen, so no secret may be in it.
 * - `developer` deploys and debugs: changes workloads, their config, Services, routes, volumes, budgets and NetworkPolicies,
 *   runs commands in Pods and forwards their ports. The API gives no Secret out to a developer; but who may run a Pod can
 *   have it mount any Secret of the namespace, and act as any of its service accounts. So it is no wall against them.
 * - `admin` also reads and writes Secrets and service accounts, makes tokens of these, and says who may do what in the
 *   namespace, though never more than an admin may.
 *
 * No level changes the quota, the limits or the namespace itself, and none acts in the name of somebody else.
 */
export type AccessLevel = 'viewer' | 'developer' | 'admin';

const READ: readonly Verb[] = ['get', 'list', 'watch'];
const WRITE: readonly Verb[] = ['create', 'delete', 'patch', 'update'];

/** What a chart defines. */
const DEPLOYED = [
  ...['configmaps', 'persistentvolumeclaims', 'services'],
  ...['cronjobs', 'daemonsets', 'deployments', 'jobs', 'statefulsets'],
  ...['horizontalpodautoscalers', 'ingresses', 'networkpolicies', 'poddisruptionbudgets'],
];

/** What governs it, or comes of it. */
const SEEN = [
  ...['endpoints', 'endpointslices', 'events', 'limitranges', 'pods', 'resourcequotas', 'serviceaccounts'],
  ...['controllerrevisions', 'replicasets', 'rolebindings', 'roles'],
];

const VIEWER: readonly AccessRule[] = [
  { resources: [...DEPLOYED, ...SEEN], verbs: READ },
  { resources: ['namespaces', 'pods/log'], verbs: ['get'] },
  { resources: ['pods.metrics.k8s.io'], verbs: ['get', 'list'] },
];

const DEVELOPER: readonly AccessRule[] = [
  ...VIEWER,
  { resources: DEPLOYED, verbs: WRITE },
  { resources: ['pods'], verbs: ['create', 'delete'] },
  { resources: ['deployments/scale', 'statefulsets/scale'], verbs: ['get', 'patch', 'update'] },
  { resources: ['pods/attach', 'pods/exec', 'pods/portforward'], verbs: ['create', 'get'] },
  { resources: ['pods/eviction'], verbs: ['create'] },
  { resources: ['pods/ephemeralcontainers'], verbs: ['patch', 'update'] },
];

const RULES: Readonly<Record<AccessLevel, readonly AccessRule[]>> = {
  viewer: VIEWER,
  developer: DEVELOPER,
  admin: [
    ...DEVELOPER,
    { resources: ['secrets'], verbs: [...READ, ...WRITE] },
    { resources: ['rolebindings', 'roles', 'serviceaccounts'], verbs: WRITE },
    { resources: ['serviceaccounts/token'], verbs: ['create'] },
  ],
};

/** The rules that a level stands for, in the namespace of an environment. */
export function accessLevelRules(level: AccessLevel): readonly AccessRule[] {
  return RULES[level];
}
