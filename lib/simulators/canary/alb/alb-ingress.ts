import { goIntValue } from '../../../kubernetes/go-value';
import type { Reason } from '../answer';
import type { Ingress } from '../ingress';

/** What ALB makes of an Ingress: a canary by conditions, a canary by weight, one that it skips, or an ordinary one. */
export interface AlbIngress {
  readonly ingress: Ingress;
  readonly role: 'ordinary' | 'conditions' | 'weight' | 'skipped';
  /** Percent of the requests to its paths, where it is a canary by weight. */
  readonly weight: number;
  note(name: string): string;
}

const PREFIX = 'alb.ingress.kubernetes.io/';
const NGINX_PREFIX = 'nginx.ingress.kubernetes.io/';
const DEFAULT_ORDER = 10;

/**
 * The Ingresses of a load balancer in the order of their rules: by `order`, which is 10 where none is given, then by
 * namespace and name.
 *
 * @source alibaba/alibaba-load-balancer-controller@a9b1da3 pkg/controller/ingress/reconcile/builder/albconfig_manager/group_loader.go sortGroupMembers
 */
export function albIngresses(ingresses: readonly Ingress[]): AlbIngress[] {
  const key = ({ namespace, name }: Ingress) => `${namespace}/${name}`;
  return ingresses
    .map(read)
    .sort((one, other) => orderOf(one) - orderOf(other) || (key(one.ingress) < key(other.ingress) ? -1 : 1));
}

/**
 * Why the controller fails on all of these, and changes nothing: an order given twice, or out of its range.
 *
 * @source alibaba/alibaba-load-balancer-controller@a9b1da3 pkg/controller/ingress/reconcile/builder/albconfig_manager/group_loader.go sortGroupMembers
 */
export function albConflict(all: readonly AlbIngress[]): Reason | undefined {
  const given = all.filter(({ note }) => note('order') !== '');
  const wrong = given.find((one) => {
    const order = goIntValue(one.note('order')) ?? 0;
    return order < 1 || order > 1000 || given.some((other) => other !== one && orderOf(other) === order);
  });
  if (!wrong) return undefined;
  const text = `order ${wrong.note('order')} is given twice, or not from 1 to 1000: the controller refuses all Ingresses of the load balancer`;
  return { object: wrong.ingress.title, verdict: 'takes', text };
}

function orderOf({ note }: AlbIngress): number {
  return goIntValue(note('order')) ?? DEFAULT_ORDER;
}

/** What ingress-nginx has a word for may be said in it, and then counts before ALB's own. */
function read(ingress: Ingress): AlbIngress {
  const { annotations } = ingress;
  const note = (name: string) => {
    const canary = name.startsWith('canary') || name === 'ssl-redirect';
    return (canary ? annotations[NGINX_PREFIX + name] : undefined) ?? annotations[PREFIX + name] ?? '';
  };
  const weight = goIntValue(note('canary-weight')) ?? 0;
  return { ingress, note, weight, role: roleOf(note, weight) };
}

/** @source alibaba/alibaba-load-balancer-controller@a9b1da3 model_build_listener_rules.go getIfOnlyWeight, buildListenerRules */
function roleOf(note: AlbIngress['note'], weight: number): AlbIngress['role'] {
  if (note('canary') !== 'true') return 'ordinary';
  const conditions = ['canary-by-header', 'canary-by-header-value', 'canary-by-cookie'].some(
    (name) => note(name) !== '',
  );
  if (note('canary-weight') === '') return 'conditions';
  return conditions || weight === 0 ? 'skipped' : 'weight';
}
