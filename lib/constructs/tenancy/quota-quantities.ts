import { k8s } from '../../kubernetes/k8s';
import { type QuotaAmounts, quotaHard } from '../../kubernetes/quota-amounts';

/** The amounts in the type that L1 takes: it drops plain text. */
export function quotaQuantities(amounts: QuotaAmounts): Record<string, k8s.Quantity> {
  return Object.fromEntries(
    Object.entries(quotaHard(amounts)).map(([key, amount]) => [key, k8s.Quantity.fromString(amount)]),
  );
}
