import { identityOf } from '../../kubernetes/identity';
import type { Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldList } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import type { NetworkDirection } from '../../kubernetes/network-isolation';
import { type RunningPods, runningPods } from '../../kubernetes/running-pods';
import { ANYWHERE } from './anywhere';
import type { Deployed } from './deployed';
import { networkPaths } from './network-paths';
import { objectKey, objectKeyText } from './object-key';

/** Something that may connect to another now, or no longer. */
export interface NetworkChange {
  readonly namespace: string;
  readonly effect: 'opened' | 'closed';
  /** The whole sentence, without a full stop. */
  readonly path: string;
}

const DIRECTIONS: Readonly<Record<NetworkDirection, string>> = { Ingress: 'be reached from', Egress: 'connect to' };

/** Network paths that open or close: by NetworkPolicies, by hosts that are answered for, and by ports outside the cluster. */
export function networkChanges(deployed: Deployed): NetworkChange[] {
  return [...policyChanges(deployed), ...doorChanges(deployed)];
}

/** Of Kubernetes, or of a network plugin. */
const isPolicy = ({ kind }: Manifest) => kind.endsWith('Policy');

function policyChanges({ before, after }: Deployed): NetworkChange[] {
  const [policiesBefore, policies] = [before.filter(isPolicy), after.filter(isPolicy)];
  const old = new Map(runningPods(before).map((pods) => [identityOf(pods.object), pods]));
  return runningPods(after).flatMap((pods) => {
    const earlier = old.get(identityOf(pods.object));
    return (['Ingress', 'Egress'] as const).flatMap((direction) => {
      const was = earlier ? networkPaths(earlier, direction, policiesBefore) : new Set<string>();
      return changesOf(pods, direction, was, networkPaths(pods, direction, policies));
    });
  });
}

function changesOf(
  { object, namespace }: RunningPods,
  direction: NetworkDirection,
  was: ReadonlySet<string>,
  is: ReadonlySet<string>,
): NetworkChange[] {
  const who = objectKeyText(objectKey(object));
  const what = DIRECTIONS[direction];
  const opened = [...is].filter((path) => !was.has(path) && !was.has(ANYWHERE));
  const closed = [...was].filter((path) => !is.has(path) && !is.has(ANYWHERE));
  return [
    ...opened.map((path): NetworkChange => ({ namespace, effect: 'opened', path: `${who} may now ${what} ${path}` })),
    ...closed.map((path): NetworkChange => {
      const left = path === ANYWHERE && is.size > 0 ? ` but ${[...is].join(', ')}` : '';
      return { namespace, effect: 'closed', path: `${who} may no longer ${what} ${path}${left}` };
    }),
  ];
}

/** Hosts with who answers for them, and Services that can be reached from outside the cluster. */
function doorChanges({ before, after }: Deployed): NetworkChange[] {
  const [was, is] = [doors(before), doors(after)];
  const told = (from: typeof was, other: typeof was, effect: NetworkChange['effect'], words: string) =>
    [...from]
      .filter(([door]) => !other.has(door))
      .map(([door, namespace]): NetworkChange => ({ namespace, effect, path: `${door} ${words}` }));
  return [...told(is, was, 'opened', 'is answered for now'), ...told(was, is, 'closed', 'is no longer answered for')];
}

function doors(objects: readonly Manifest[]): Map<string, string> {
  return new Map(
    objects.flatMap((object) => doorsOf(object).map((door): [string, string] => [door, namespaceOf(object)])),
  );
}

function doorsOf(object: Manifest): string[] {
  const { kind } = object;
  if (kind === 'Ingress') {
    return manifestFieldList(object, 'spec.rules').flatMap((rule) => {
      const host = String(manifestField(rule, 'host') ?? 'every host');
      return manifestFieldList(rule, 'http.paths').map(
        (path) => `host ${host}${String(manifestField(path, 'path') ?? '/')}`,
      );
    });
  }
  if (kind === 'HTTPRoute' || kind === 'GRPCRoute')
    return manifestFieldList(object, 'spec.hostnames').map((host) => `host ${String(host)}`);
  const type = kind === 'Service' ? manifestField(object, 'spec.type') : undefined;
  if (type !== 'NodePort' && type !== 'LoadBalancer') return [];
  const ports = manifestFieldList(object, 'spec.ports').map((port) => manifestField(port, 'port'));
  return ports.map(
    (port) => `port ${String(port)} of ${objectKeyText(objectKey(object))} outside the cluster (${type})`,
  );
}
