/** An entry in the notation of schema-entry.ts; several where the type changed between minors. */
export type EntryText = string | readonly string[];

/** A feature gate that not every minor has on. */
export interface GateEntry {
  /** Minors that have it off by default, in the notation of minor-range.ts. */
  readonly offIn: string;

  /** Fields that an API server drops where it is off: `core.v1.PodSpec.hostUsers`. */
  readonly fields: readonly string[];
}

/** What schemas.json holds: the schemas of several minors of Kubernetes, folded together. */
export interface SchemasFile {
  /** Where the schema of each minor is from, by minor: `k8s.io/kubernetes@v1.30.14`. */
  readonly minors: Readonly<Record<string, string>>;

  /** Where custom resources are from, by group and kind: `argoproj.io/Application`. They are the same in all minors. */
  readonly customSources: Readonly<Record<string, string>>;

  /** By `apiVersion kind`: definition and scope. The mark says: off by default. */
  readonly kinds: Readonly<Record<string, EntryText>>;

  /** By name: the gates that some minor has off by default. */
  readonly featureGates: Readonly<Record<string, GateEntry>>;

  /** By name, then by field: the type. The mark says: required. */
  readonly definitions: Readonly<Record<string, Readonly<Record<string, EntryText>>>>;
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/** One entry a line, sorted, so that a diff shows what changed. */
const linesOf = (record: Readonly<Record<string, unknown>>): string =>
  Object.entries(record)
    .sort(byKey)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n');

/** The text of the file: the same content always gives the same bytes. */
export function schemasFileText(file: SchemasFile): string {
  const fields = Object.entries(file.definitions).map(
    ([name, fields]) => [name, Object.fromEntries(Object.entries(fields).sort(byKey))] as const,
  );
  const { minors, customSources, kinds, featureGates } = file;
  const definitions = Object.fromEntries(fields);
  const sections = Object.entries({ minors, customSources, kinds, featureGates, definitions });
  return `{\n${sections.map(([name, record]) => `"${name}": {\n${linesOf(record)}\n}`).join(',\n')}\n}\n`;
}
