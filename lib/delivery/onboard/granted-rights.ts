import type { Kubectl } from '../kubectl';

interface ResourceRule {
  readonly verbs: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
}

interface RulesReview {
  readonly status: { readonly resourceRules: readonly ResourceRule[] | null; readonly incomplete?: boolean };
}

const REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';

/** What everybody may ask who is known to the API server: who they are, and what they may do. */
const ABOUT_ONESELF = /^selfsubject/;

/**
 * What a user may do in a namespace, as the API server itself says to that user: a line for each set of verbs. Empty where
 * it is nothing. It is what `kubectl auth can-i --list` prints, in fewer lines.
 *
 * @param kubectl asks as the user
 */
export function grantedRights(namespace: string, kubectl: Kubectl): string[] {
  const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace } };
  // raw: to check the object first, kubectl would ask for more than a user may see
  const answer = kubectl.run(['create', '--raw', REVIEWS, '-f', '-'], JSON.stringify(review));
  const { status }: RulesReview = JSON.parse(answer);
  const byVerbs = new Map<string, string[]>();
  for (const rule of status.resourceRules ?? []) {
    const verbs = [...rule.verbs].sort().join(', ');
    byVerbs.set(verbs, [...(byVerbs.get(verbs) ?? []), ...resourcesOf(rule)]);
  }
  const lines = [...byVerbs]
    .filter(([, resources]) => resources.length > 0)
    .map(([verbs, resources]) => `${verbs}: ${[...new Set(resources)].sort().join(', ')}`);
  return status.incomplete ? [...lines, 'perhaps more: this cluster does not tell all of it'] : lines;
}

/** Names alone: who reads this wants to know what, not in which API group. */
function resourcesOf({ resources = [], resourceNames = [] }: ResourceRule): string[] {
  const named = resourceNames.length > 0 ? ` (${resourceNames.join(', ')})` : '';
  return resources.filter((resource) => !ABOUT_ONESELF.test(resource)).map((resource) => `${resource}${named}`);
}
