import { k8s } from './k8s';

/** A count, or text such as a share or the name of a port. L1 drops a plain value where it wants one of these. */
export function intOrString(value: number | string): k8s.IntOrString {
  return typeof value === 'number' ? k8s.IntOrString.fromNumber(value) : k8s.IntOrString.fromString(value);
}
