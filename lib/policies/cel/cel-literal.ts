import type { ParameterValue } from '../parameter';

/** A value as it is written in an expression; texts in single quotes, which YAML leaves as they are. */
export function celLiteral(value: ParameterValue): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return `[${value.map(celLiteral).join(', ')}]`;
  const escaped = value.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r');
  return `'${escaped}'`;
}
