/** A value in which a field is something else, or is there no more. It is left as it is itself. */
export function withField(value: unknown, steps: readonly string[], becomes: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return becomes;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === step ? withField(item, rest, becomes) : item));
  const fields = typeof value === 'object' && value !== null ? value : {};
  const inner = withField(Reflect.get(fields, step), rest, becomes);
  if (inner !== undefined) return { ...fields, [step]: inner };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== step));
}
