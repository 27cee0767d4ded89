/** Minors of Kubernetes, such as `1.30`. */
export type Minors = ReadonlySet<string>;

/** The number behind the dot: 30 for `1.30`. */
const ordinal = (minor: string): number => Number(minor.slice(minor.indexOf('.') + 1));

/** A range lasts open-ended where it touches the oldest or newest minor, so that a new minor changes few lines. */
function rangeText(run: readonly string[], all: readonly string[]): string {
  const [from, to] = [run[0] ?? '', run.at(-1) ?? ''];
  if (from === to) return `${ordinal(from)}`;
  return `${from === all[0] ? '' : ordinal(from)}-${to === all.at(-1) ? '' : ordinal(to)}`;
}

function runsOf(minors: Minors, all: readonly string[]): string[][] {
  const runs: string[][] = [];
  all.forEach((minor, index) => {
    if (!minors.has(minor)) return;
    if (index > 0 && minors.has(all[index - 1] ?? '')) runs.at(-1)?.push(minor);
    else runs.push([minor]);
  });
  return runs;
}

function parse(text: string, all: readonly string[]): Minors {
  const ranges = text.split(',').map((range) => range.split('-'));
  const within = (minor: number, [from, to = from]: string[]) =>
    (!from || minor >= Number(from)) && (!to || minor <= Number(to));
  return new Set(all.filter((minor) => ranges.some((range) => within(ordinal(minor), range))));
}

/** Thousands of fields share a few ranges. */
const parsed = new WeakMap<readonly string[], Map<string, Minors>>();

/**
 * The notation of the schema file for some of its minors: `33-` is 1.33 and later, `-32` up to 1.32, `31-33` those
 * between, `30,32-` 1.30 and from 1.32 on, `-` all.
 */
export const minorRange = {
  /** Minors in order of age. */
  sort: (minors: Iterable<string>): string[] => [...minors].sort((a, b) => ordinal(a) - ordinal(b)),

  /** `minors` as text; `all` is what the file covers, sorted. */
  format: (minors: Minors, all: readonly string[]): string =>
    runsOf(minors, all)
      .map((run) => rangeText(run, all))
      .join(','),

  /** The minors among `all` that the text means. */
  parse(text: string, all: readonly string[]): Minors {
    const known = parsed.get(all) ?? new Map<string, Minors>();
    parsed.set(all, known);
    const minors = known.get(text) ?? parse(text, all);
    known.set(text, minors);
    return minors;
  },
};
