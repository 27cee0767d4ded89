/** Says why Kubernetes would refuse a header of this name in a probe or hook, or nothing where it would not. */
export function headerNameProblem(name: string): string | undefined {
  return /^[-A-Za-z0-9]+$/.test(name) ? undefined : 'must be letters, digits and "-"';
}
