/**
 * Sentences of which each is said once: a mistake of a chart is found again in every environment that runs it, and comes
 * out as the sentence of the first with the names of the others.
 */
export function saidOnce(sentences: readonly string[], environments: readonly string[]): string[] {
  const found = new Map<string, { readonly first: string; readonly others: Set<string> }>();
  for (const sentence of sentences) {
    const [, environment, rest] = /^\[([^/\]]+)(.*)$/s.exec(sentence) ?? [];
    const isOfOne = environment !== undefined && environments.includes(environment);
    const key = isOfOne ? `[${rest}` : sentence;
    const earlier = found.get(key);
    if (!earlier) found.set(key, { first: sentence, others: new Set() });
    else if (sentence !== earlier.first && environment) earlier.others.add(environment);
  }
  return [...found.values()].map(({ first, others }) =>
    others.size === 0 ? first : `${first} (and in ${[...others].join(', ')})`,
  );
}
