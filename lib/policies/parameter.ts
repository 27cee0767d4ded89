/** What a parameter of a rule can be. */
export type ParameterValue = number | string | readonly string[];

/** Values of parameters, by name. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** A part of a rule that a cluster may set otherwise: the registries that it trusts, say. */
export interface Parameter {
  /** What it holds, with its unit and what an empty one means. */
  readonly meaning: string;
  /** What it is where nobody sets it. */
  readonly standard: ParameterValue;
}

/** What the parameters of a rule are: set, or their standard. */
export function parameterValues(
  parameters: Readonly<Record<string, Parameter>>,
  set: ParameterValues = {},
): ParameterValues {
  return Object.fromEntries(Object.entries(parameters).map(([name, { standard }]) => [name, set[name] ?? standard]));
}
