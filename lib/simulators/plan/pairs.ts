import { identityOf } from '../../kubernetes/identity';
import { ENVIRONMENT_LABEL } from '../../kubernetes/labels';
import type { Manifest } from '../../kubernetes/manifest';
import { configStem } from './config-stem';
import type { Deployed } from './deployed';
import { similarity } from './similarity';

/** An object before and after. */
export interface Pair {
  readonly before: Manifest;
  readonly after: Manifest;
}

/** What became of each object. */
export interface Pairs {
  readonly same: readonly Pair[];
  /** Under another name or in another namespace. */
  readonly renamed: readonly Pair[];
  /** Config that another version stands for now; workloads that read it say what differs. */
  readonly newVersions: readonly Pair[];
  readonly created: readonly Manifest[];
  readonly removed: readonly Manifest[];
}

/** Share of what two objects say that must be the same for one to be taken for the other, renamed. */
const ALIKE = 0.6;

/** Pairs the objects of two states: by what they are called; what is left by kind and likeness, the most alike first. */
export function pairs({ before, after }: Deployed): Pairs {
  const old = new Map(before.map((object) => [identityOf(object), object]));
  const now = new Map(after.map((object) => [identityOf(object), object]));
  const same = [...now].flatMap(([identity, object]): Pair[] => {
    const earlier = old.get(identity);
    return earlier ? [{ before: earlier, after: object }] : [];
  });
  const removed = [...old].filter(([identity]) => !now.has(identity)).map(([, object]) => object);
  const created = [...now].filter(([identity]) => !old.has(identity)).map(([, object]) => object);
  const newVersions = taken(candidates(removed, created).filter(isNewVersion));
  const left = candidates(without(removed, newVersions, 'before'), without(created, newVersions, 'after'));
  const renamed = taken(left.filter((pair) => similarity(pair.before, pair.after) >= ALIKE));
  const all = [...newVersions, ...renamed];
  return {
    same,
    renamed,
    newVersions,
    created: without(created, all, 'after'),
    removed: without(removed, all, 'before'),
  };
}

function candidates(removed: readonly Manifest[], created: readonly Manifest[]): Pair[] {
  return removed.flatMap((before) =>
    created
      .filter((after) => after.kind === before.kind && environmentOf(after) === environmentOf(before))
      .map((after) => ({ before, after })),
  );
}

/** What one environment has is never what another one had. */
function environmentOf({ metadata }: Manifest): string | undefined {
  return metadata.labels?.[ENVIRONMENT_LABEL];
}

function isNewVersion({ before, after }: Pair): boolean {
  const [from, to] = [before.metadata, after.metadata];
  const isConfig = before.kind === 'ConfigMap' || before.kind === 'Secret';
  const stem = configStem(to.name ?? '');
  return isConfig && from.namespace === to.namespace && stem !== to.name && stem === configStem(from.name ?? '');
}

/** Each object at most once. */
function taken(found: readonly Pair[]): Pair[] {
  const sorted = found
    .map((pair) => ({ pair, likeness: similarity(pair.before, pair.after) }))
    .sort((a, b) => b.likeness - a.likeness);
  const used = new Set<Manifest>();
  return sorted.flatMap(({ pair }) => {
    if (used.has(pair.before) || used.has(pair.after)) return [];
    used.add(pair.before).add(pair.after);
    return [pair];
  });
}

function without(objects: readonly Manifest[], paired: readonly Pair[], side: keyof Pair): Manifest[] {
  const gone = new Set(paired.map((pair) => pair[side]));
  return objects.filter((object) => !gone.has(object));
}
