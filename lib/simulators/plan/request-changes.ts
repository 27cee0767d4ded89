import { canonicalQuantity } from '../../kubernetes/canonical-quantity';
import type { Manifest } from '../../kubernetes/manifest';
import { manifestField } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { parseQuantity } from '../../kubernetes/parse-quantity';
import { runningPods } from '../../kubernetes/running-pods';
import { scaleTargetOf } from '../../kubernetes/scale-target';
import type { Deployed } from './deployed';
import { podCounts } from './pod-counts';
import { podRequest } from './pod-request';
import { standardRequests } from './standard-requests';

/** What is counted of a namespace. */
export type CountedUse = 'cpu' | 'memory' | 'pods';

/** What the Pods of a namespace ask for together: at least, scaled up to the most, and while releases are rolled out then. */
export interface Use {
  readonly least: string;
  readonly most: string;
  readonly rollout: string;
}

/** How what a namespace asks for changes. */
export interface RequestChange {
  readonly namespace: string;
  readonly resource: CountedUse;
  readonly before: Use;
  readonly after: Use;
  /** What the quota of the namespace has of it; nothing where none bounds it. */
  readonly quota: string | undefined;
  /** Share of the quota that a rollout at the most takes, in percent. */
  readonly percentOfQuota: number | undefined;
}

type Sums = Record<CountedUse, Record<keyof Use, bigint>>;

const COUNTED = ['cpu', 'memory', 'pods'] as const;
const MOMENTS = ['least', 'most', 'rollout'] as const;
const ONE = 10n ** 9n;

/** Quotas name requests in two ways. */
const HARD: Readonly<Record<CountedUse, readonly string[]>> = {
  cpu: ['requests.cpu', 'cpu'],
  memory: ['requests.memory', 'memory'],
  pods: ['pods', 'count/pods'],
};

/** Changes of what each namespace asks for. Give the objects as the API server keeps them. */
export function requestChanges({ before, after }: Deployed, nodes: number): RequestChange[] {
  const namespaces = [...new Set(runningPods([...before, ...after]).map(({ namespace }) => namespace))].sort();
  return namespaces.flatMap((namespace) => {
    const [old, now] = [sumsOf(before, namespace, nodes), sumsOf(after, namespace, nodes)];
    return COUNTED.filter((resource) => MOMENTS.some((moment) => old[resource][moment] !== now[resource][moment])).map(
      (resource): RequestChange => {
        const quota = quotaOf(after, namespace, resource);
        const share = quota && (now[resource].rollout * 100n) / (parseQuantity(quota) || 1n);
        return {
          ...{ namespace, resource, quota },
          before: shown(old[resource], resource),
          after: shown(now[resource], resource),
          percentOfQuota: share === undefined || share === '' ? undefined : Number(share),
        };
      },
    );
  });
}

function sumsOf(objects: readonly Manifest[], namespace: string, nodes: number): Sums {
  const here = objects.filter((object) => namespaceOf(object) === namespace);
  const scalers = here.filter((object) => scaleTargetOf(object) !== undefined);
  const standard = standardRequests(here.filter(({ kind }) => kind === 'LimitRange'));
  const none = () => ({ least: 0n, most: 0n, rollout: 0n });
  const sums: Sums = { cpu: none(), memory: none(), pods: none() };
  for (const { object, spec } of runningPods(here)) {
    const amounts = { ...podRequest(spec, standard), pods: ONE };
    const counts = podCounts(object, scalers, nodes);
    for (const resource of COUNTED) {
      for (const moment of MOMENTS) sums[resource][moment] += amounts[resource] * BigInt(counts[moment]);
    }
  }
  return sums;
}

/** The least that a quota for all Pods of the namespace allows. */
function quotaOf(objects: readonly Manifest[], namespace: string, resource: CountedUse): string | undefined {
  const bounds = objects
    .filter((object) => object.kind === 'ResourceQuota' && namespaceOf(object) === namespace)
    .filter(({ spec }) => !manifestField(spec, 'scopes') && !manifestField(spec, 'scopeSelector'))
    .flatMap(({ spec }) =>
      HARD[resource].map((name) => (manifestField(spec, 'hard') as Record<string, unknown>)?.[name]),
    )
    .filter((bound) => bound !== undefined)
    .map(String);
  return bounds.sort((a, b) => ((parseQuantity(a) ?? 0n) < (parseQuantity(b) ?? 0n) ? -1 : 1))[0];
}

function shown(sums: Record<keyof Use, bigint>, resource: CountedUse): Use {
  const quantity = (billionths: bigint): string => {
    if (resource === 'memory') return canonicalQuantity(`${mebibytes(billionths)}Mi`) ?? '';
    return canonicalQuantity(`${billionths / 10n ** 6n}m`) ?? '';
  };
  return { least: quantity(sums.least), most: quantity(sums.most), rollout: quantity(sums.rollout) };
}

/** Whole ones, begun ones counted. */
function mebibytes(billionths: bigint): bigint {
  const unit = ONE * 1024n * 1024n;
  return (billionths + unit - 1n) / unit;
}
