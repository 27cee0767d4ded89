import { importsOf } from './import-edge';
import { projectSources } from './sources';

/** What people outside lib may use, as `file#name`. */
function handedOn(sources: ReturnType<typeof projectSources>): ReadonlySet<string> {
  return new Set(
    importsOf(sources, 'lib/index.ts').flatMap(({ to, names }) => names.map(({ imported }) => `${to}#${imported}`)),
  );
}

/** Rooms whose words are for everybody, but are only for sale in lib/index.ts. */
const SOLD = /^lib\/(constructs|kubernetes)\//;

test.each(['lib/charts/tutorials/', 'lib/charts/hello.ts', 'lib/charts/multiroute.ts'])(
  '%s is written with what lib/index.ts hands on, and nothing else',
  (place) => {
    const sources = projectSources();
    const open = handedOn(sources);
    const charts = [...sources.keys()].filter((file) => file.startsWith(place));
    const hidden = charts.flatMap((file) =>
      importsOf(sources, file)
        .filter(({ to, isPackage }) => !isPackage && SOLD.test(to))
        .flatMap(({ to, names }) => names.map(({ imported }) => `${to}#${imported}`))
        .filter((name) => !open.has(name))
        .map((name) => `${file} uses ${name}`),
    );
    expect(charts.length).toBeGreaterThan(0);
    expect(hidden).toEqual([]);
  },
);
