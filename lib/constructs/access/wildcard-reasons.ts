import type { AccessRule } from './access-rule';

/** The well-known annotation for people: what an object is for. */
const DESCRIPTION = 'kubernetes.io/description';

/** Annotations that tell whoever reads a role in the cluster why it has wildcards; none where it has none. */
export function wildcardReasons(rules: readonly AccessRule[]): Readonly<Record<string, string>> | undefined {
  const reasons = rules.flatMap((rule) => ('wildcardReason' in rule && rule.wildcardReason ? rule.wildcardReason : []));
  return reasons.length > 0 ? { [DESCRIPTION]: `Wildcards: ${reasons.join('; ')}` } : undefined;
}
