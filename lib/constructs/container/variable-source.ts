import { k8s } from '../../kubernetes/k8s';

/** Where a variable's value comes from, when it is not written in the manifest. */
export interface VariableSource {
  /** The source in Kubernetes' own form. */
  readonly valueFrom: k8s.EnvVarSource;
}

/** Value of an environment variable: a literal, or where to take it from. */
export type VariableValue = string | VariableSource;

/** Value of a key of a Secret in the same namespace. The Secret is made elsewhere: secrets never enter dist/. */
export function fromSecret(name: string, key: string): VariableSource {
  return { valueFrom: { secretKeyRef: { name, key } } };
}

/** Value of a key of a ConfigMap in the same namespace. */
export function fromConfigMap(name: string, key: string): VariableSource {
  return { valueFrom: { configMapKeyRef: { name, key } } };
}

/** A field of the Pod itself: `metadata.name`, `status.podIP`, `spec.nodeName`. */
export function fromPodField(fieldPath: string): VariableSource {
  return { valueFrom: { fieldRef: { fieldPath } } };
}

/**
 * What a container asks for or may take, as the program in it counts: `limits.memory` in whole mebibytes with a divisor of
 * `1Mi`, `requests.cpu` in thousandths with `1m`.
 */
export function fromResource(
  resource: `${'requests' | 'limits'}.${'cpu' | 'memory' | 'ephemeral-storage'}`,
  divisor: string,
): VariableSource {
  return { valueFrom: { resourceFieldRef: { resource, divisor: k8s.Quantity.fromString(divisor) } } };
}

/** The variables as a container holds them, in the order in which they were written: `$(NAME)` reads only earlier ones. */
export function variables(values: Readonly<Record<string, VariableValue>>): k8s.EnvVar[] {
  return Object.entries(values).map(([name, value]) =>
    typeof value === 'string' ? { name, value } : { name, valueFrom: value.valueFrom },
  );
}
