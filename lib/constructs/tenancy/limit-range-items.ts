import type { Size } from 'cdk8s';
import { k8s } from '../../kubernetes/k8s';
import { sizeQuantity } from '../../kubernetes/quantity';
import { type ResourceBounds, resourceBound } from '../../kubernetes/resource-bounds';
import { containerResources } from '../container/container-resources';
import type { TenancyProps } from './tenancy-props';

/** What a LimitRange says of single containers, Pods and claims. */
export function limitRangeItems(props: TenancyProps): k8s.LimitRangeItem[] {
  const { containerDefaults, podBounds, claimBounds } = props;
  const { requests, limits } = containerResources(containerDefaults.size);
  return [
    { type: 'Container', defaultRequest: requests, default: limits, ...bounds(containerDefaults) },
    ...(podBounds ? [{ type: 'Pod', ...bounds(podBounds) }] : []),
    ...(claimBounds ? [{ type: 'PersistentVolumeClaim', ...claim(claimBounds) }] : []),
  ];
}

function bounds(of: ResourceBounds): Pick<k8s.LimitRangeItem, 'min' | 'max'> {
  return { min: quantities(resourceBound(of, 'min')), max: quantities(resourceBound(of, 'max')) };
}

function claim({ min, max }: { readonly min?: Size; readonly max?: Size }): Pick<k8s.LimitRangeItem, 'min' | 'max'> {
  return { min: min && { storage: sizeQuantity(min) }, max: max && { storage: sizeQuantity(max) } };
}

function quantities(amounts: Readonly<Record<string, string>> | undefined): Record<string, k8s.Quantity> | undefined {
  if (!amounts) return undefined;
  return Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, k8s.Quantity.fromString(amount)]));
}
