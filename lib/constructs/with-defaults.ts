/** Props whose left-out ones have become what the table says. */
export type Defaulted<P, D> = P & Required<Pick<P, keyof D & keyof P>>;

/** Fills in what was left out, or given as `undefined`, from a construct's table of defaults. */
export function withDefaults<P extends object, D extends Partial<Record<keyof P, unknown>>>(
  props: P,
  defaults: D,
): Defaulted<P, D> {
  const given = Object.entries(props).filter(([, value]) => value !== undefined);
  return { ...defaults, ...(Object.fromEntries(given) as P) } as Defaulted<P, D>;
}
