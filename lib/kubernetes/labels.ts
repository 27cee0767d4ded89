/** Keys and values that select, group or own objects. */
export type Labels = Readonly<Record<string, string>>;

/** The label that every object of an environment carries: `kubectl apply -f dist/ -l environment=dev` is one environment. */
export const ENVIRONMENT_LABEL = 'environment';

const NAME_LABEL = 'app.kubernetes.io/name';
const INSTANCE_LABEL = 'app.kubernetes.io/instance';
const PART_OF_LABEL = 'app.kubernetes.io/part-of';

const NAME_SEGMENT = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Labels of everything in a chart: what it is part of, and where it runs. */
export function partOf(name: string, environment: string): Labels {
  return { [PART_OF_LABEL]: name, [ENVIRONMENT_LABEL]: environment };
}

/**
 * Labels that a workload selects its Pods by. They never change: a selector is immutable, so it holds what a refactoring
 * keeps (the names), not a hash of where the code stands.
 */
export function selectorLabels(name: string, instance: string): Labels {
  return { [NAME_LABEL]: name, [INSTANCE_LABEL]: instance };
}

/**
 * Says why Kubernetes would refuse this label key, or nothing where it would not.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export function labelKeyProblem(key: string): string | undefined {
  const slash = key.indexOf('/');
  const prefix = slash < 0 ? undefined : key.slice(0, slash);
  const name = key.slice(slash + 1);
  if (prefix !== undefined && (!PREFIX.test(prefix) || prefix.length > 253)) return 'prefix must be a DNS subdomain';
  if (!NAME_SEGMENT.test(name) || name.length > 63) {
    return 'name must be at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit';
  }
  return undefined;
}

/** Says why Kubernetes would refuse this label value, or nothing where it would not. */
export function labelValueProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'must be a string';
  if (value.length > 63) return `must be at most 63 characters, has ${value.length}`;
  if (value !== '' && !NAME_SEGMENT.test(value)) {
    return 'must be letters, digits, "-", "_" and ".", beginning and ending with a letter or digit';
  }
  return undefined;
}

/** Says why Kubernetes would refuse this annotation key, or nothing where it would not. */
export function annotationKeyProblem(key: string): string | undefined {
  return labelKeyProblem(key.toLowerCase()); // the only difference: a prefix may have capitals
}
