import type { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import type { Neighbour, Placement } from './placement';

/** What placements say of nodes and neighbours, as a Pod holds it; nothing where they say none. */
export function podAffinity(placements: readonly Placement[], self: Labels): k8s.Affinity | undefined {
  const affinity = {
    nodeAffinity: nodes(placements),
    podAffinity: neighbours(placements, 'podAffinity', self),
    podAntiAffinity: neighbours(placements, 'podAntiAffinity', self),
  };
  return Object.values(affinity).some((part) => part !== undefined) ? affinity : undefined;
}

function nodes(placements: readonly Placement[]): k8s.NodeAffinity | undefined {
  const required = placements.flatMap(({ parts }) => (parts.requiredNodes ? [parts.requiredNodes] : []));
  const preferred = placements.flatMap(({ parts }) => (parts.preferredNodes ? [parts.preferredNodes] : []));
  if (required.length + preferred.length === 0) return undefined;
  return {
    requiredDuringSchedulingIgnoredDuringExecution:
      required.length > 0
        ? {
            nodeSelectorTerms: allOf(required).map((list) => ({ matchExpressions: list.map((one) => one.manifest()) })),
          }
        : undefined,
    preferredDuringSchedulingIgnoredDuringExecution:
      preferred.length > 0
        ? preferred.map(({ weight, conditions }) => ({
            weight,
            preference: { matchExpressions: conditions.map((one) => one.manifest()) },
          }))
        : undefined,
  };
}

/** Terms of which one must hold, for placements that must all hold: each term of one joined with each of the others. */
function allOf<T>(required: readonly (readonly (readonly T[])[])[]): readonly (readonly T[])[] {
  return required.reduce((terms, next) => terms.flatMap((term) => next.map((more) => [...term, ...more])));
}

function neighbours(
  placements: readonly Placement[],
  side: 'podAffinity' | 'podAntiAffinity',
  self: Labels,
): k8s.PodAffinity | undefined {
  const all = placements.flatMap(({ parts }) => (parts.pods?.side === side ? [parts.pods] : []));
  if (all.length === 0) return undefined;
  const term = ({ of, options }: (typeof all)[number]): k8s.PodAffinityTerm => ({
    labelSelector: selectorOf(of === 'self' ? { selector: self } : of),
    topologyKey: options.topologyKey,
    namespaces: options.namespaces && [...options.namespaces],
  });
  const required = all.filter(({ options }) => options.strictness === 'required').map(term);
  const preferred = all
    .filter(({ options }) => options.strictness === 'preferred')
    .map((one) => ({ weight: one.options.weight, podAffinityTerm: term(one) }));
  return {
    requiredDuringSchedulingIgnoredDuringExecution: required.length > 0 ? required : undefined,
    preferredDuringSchedulingIgnoredDuringExecution: preferred.length > 0 ? preferred : undefined,
  };
}

function selectorOf(of: Neighbour): k8s.LabelSelector {
  return 'where' in of
    ? { matchExpressions: of.where.map((one) => one.manifest()) }
    : { matchLabels: { ...of.selector } };
}
