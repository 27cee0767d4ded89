/** The names and indices that a field is reached by: `spec.ports[0]`, `metadata.labels[a.b/c]`. */
export function fieldSteps(field: string): readonly string[] {
  return [...field.matchAll(/\[([^\]]*)\]|[^.[\]]+/g)].map(([whole, inner]) => inner ?? whole);
}
