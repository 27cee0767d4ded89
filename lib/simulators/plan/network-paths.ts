import { labelSelectorPicks } from '../../kubernetes/label-selector';
import type { JsonObject, Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldList, manifestFieldObject } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { hasNetworkIsolation, isNetworkIsolation, type NetworkDirection } from '../../kubernetes/network-isolation';
import type { RunningPods } from '../../kubernetes/running-pods';
import { ANYWHERE } from './anywhere';

/** Where the traffic of some Pods may come from, or go to: a text a path. Those that nothing isolates are open to `ANYWHERE`. */
export function networkPaths(
  pods: RunningPods,
  direction: NetworkDirection,
  objects: readonly Manifest[],
): ReadonlySet<string> {
  if (!hasNetworkIsolation(pods, direction, objects)) return new Set([ANYWHERE]);
  const policies = objects.filter(
    (object) =>
      isNetworkIsolation(object) &&
      namespaceOf(object) === pods.namespace &&
      labelSelectorPicks(manifestField(object, 'spec.podSelector'), pods.labels),
  );
  const [field, peers] = direction === 'Ingress' ? ['spec.ingress', 'from'] : ['spec.egress', 'to'];
  const rules = policies.flatMap((policy) => manifestFieldList(policy, field));
  return new Set(rules.flatMap((rule) => pathsOf(manifestFieldList(rule, peers), manifestFieldList(rule, 'ports'))));
}

function pathsOf(peers: readonly unknown[], ports: readonly unknown[]): string[] {
  const places = peers.length > 0 ? peers.map(peerText) : [ANYWHERE];
  const doors = ports.length > 0 ? ports.map(portText) : ['every port'];
  return places.flatMap((place) => doors.map((door) => `${place} on ${door}`));
}

function peerText(peer: unknown): string {
  const block = manifestField(peer, 'ipBlock.cidr');
  if (block !== undefined) {
    const except = manifestFieldList(peer, 'ipBlock.except');
    return `${String(block)}${except.length > 0 ? ` without ${except.join(', ')}` : ''}`;
  }
  const namespaces = manifestField(peer, 'namespaceSelector');
  const pods = manifestField(peer, 'podSelector');
  const where = namespaces === undefined ? 'of the same namespace' : `of ${namespaceText(namespaces)}`;
  return pods === undefined || isEmpty(pods) ? `all Pods ${where}` : `Pods ${selectorText(pods)} ${where}`;
}

function namespaceText(selector: unknown): string {
  const labels = manifestFieldObject(selector, 'matchLabels');
  const name = labels['kubernetes.io/metadata.name'];
  if (isEmpty(selector)) return 'every namespace';
  return typeof name === 'string' && Object.keys(labels).length === 1
    ? `namespace ${name}`
    : `namespaces ${selectorText(selector)}`;
}

/** Labels by the last part of their names, which is what people call them. */
function selectorText(selector: unknown): string {
  const labels = Object.entries(manifestFieldObject(selector, 'matchLabels'));
  const expressions = manifestFieldList(selector, 'matchExpressions') as JsonObject[];
  return [
    ...labels.map(([key, value]) => `${key.slice(key.lastIndexOf('/') + 1)}=${String(value)}`),
    ...expressions.map(({ key, operator, values }) =>
      [key, operator, ...(Array.isArray(values) ? values : [])].join(' '),
    ),
  ].join(',');
}

function portText(port: unknown): string {
  const { port: first = 'every port', endPort, protocol = 'TCP' } = port as JsonObject;
  return `${String(first)}${endPort === undefined ? '' : `-${String(endPort)}`}/${String(protocol)}`;
}

function isEmpty(selector: unknown): boolean {
  return Object.keys(selector as object).length === 0;
}
