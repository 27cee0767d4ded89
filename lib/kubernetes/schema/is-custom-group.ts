import { groupOf } from '../identity';
import type { Schemas } from './schemas';

/**
 * Whether an API group is none of Kubernetes' own: it may have kinds that no schema here describes. A group without a dot, even
 * one that is gone like `extensions`, is Kubernetes' own.
 */
export function isCustomGroup(group: string, { kinds }: Schemas): boolean {
  if (!group.includes('.')) return false;
  return ![...kinds.values()].some((one) => !one.source && groupOf(one.apiVersion) === group);
}
