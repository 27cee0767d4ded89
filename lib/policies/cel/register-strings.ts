import type { Environment } from '@marcbachmann/cel-js';

/**
 * Functions of strings that the engine lacks: Kubernetes' own `find` and `findAll`, and those of cel-go's extension, version 2.
 * Positions count code points.
 *
 * @source kubernetes@1.36 staging/src/k8s.io/apiserver/pkg/cel/library/regex.go; cel-go@0.26 ext/strings.go
 */
export function registerStrings(environment: Environment): void {
  environment.registerFunction('string.find(string): string', (text: string, pattern: string) => {
    return new RegExp(pattern, 'u').exec(text)?.[0] ?? '';
  });
  environment.registerFunction('string.findAll(string): list<string>', (text: string, pattern: string) => {
    return [...text.matchAll(new RegExp(pattern, 'gu'))].map(([match]) => match);
  });
  environment.registerFunction(
    'string.findAll(string, int): list<string>',
    (text: string, pattern: string, n: bigint) => {
      const all = [...text.matchAll(new RegExp(pattern, 'gu'))].map(([match]) => match);
      return n < 0n ? all : all.slice(0, Number(n));
    },
  );
  environment.registerFunction('string.charAt(int): string', (text: string, index: bigint) => {
    const characters = [...text];
    if (index < 0n || index > characters.length) throw new RangeError(`index out of range: ${index}`);
    return characters[Number(index)] ?? '';
  });
  environment.registerFunction('string.replace(string, string): string', (text: string, from: string, to: string) =>
    text.split(from).join(to),
  );
  environment.registerFunction('string.replace(string, string, int): string', replaceSome);
  environment.registerFunction('string.format(list): string', format);
}

function replaceSome(text: string, from: string, to: string, limit: bigint): string {
  const parts = text.split(from);
  const count = limit < 0n ? parts.length - 1 : Math.min(Number(limit), parts.length - 1);
  return (
    parts.slice(0, count + 1).join(to) +
    parts
      .slice(count + 1)
      .map((part) => from + part)
      .join('')
  );
}

/** `%s` and `%d` with their values, `%%` as it stands: what a message needs. */
function format(text: string, values: readonly unknown[]): string {
  let next = 0;
  return text.replace(/%([%sd])/g, (_, verb: string) => (verb === '%' ? '%' : shown(values[next++])));
}

function shown(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(shown).join(', ')}]` : String(value);
}
