import type { Construct } from 'constructs';
import { constructAt } from '../constructs/construct-at';
import { type Move, movesOf, nameBefore } from '../constructs/move';
import { identityOf } from '../kubernetes/identity';
import type { Manifest } from '../kubernetes/manifest';
import { configStem } from '../simulators/plan/config-stem';
import type { PlacedChart } from './build-charts';
import type { CollectedObject } from './collect-objects';

/** A move in one chart, and the objects that it is about. */
interface PlacedMove extends Move {
  /** Construct path of where it is declared. */
  readonly path: string;
  readonly objects: readonly Manifest[];
}

/**
 * What is wrong with moves of constructs: those that no object takes its name from, and those from what nothing was called.
 *
 * @param deployed objects that are deployed, in any environment; nothing where that is not known
 */
export function movedProblems(
  charts: readonly PlacedChart[],
  objects: readonly CollectedObject[],
  deployed: () => readonly Manifest[] | undefined,
): string[] {
  const moves = charts.flatMap(({ chart }) => chart.node.findAll().flatMap((scope) => placedMoves(scope, objects)));
  const [nameless, named] = [moves.filter((move) => !takesName(move)), moves.filter(takesName)];
  const known = named.length > 0 ? deployed() : undefined;
  const identities = new Set(known?.map(versionless));
  const found = new Set(
    named.filter((move) => move.objects.some((object) => identities.has(versionless(object)))).map(textOf),
  );
  const unknown = known ? named.filter((move) => !found.has(textOf(move))) : [];
  return [
    ...nameless.map(
      ({ path, to }) =>
        `[${path}] moved: to: invalid value "${to}": must be what an object is called after: here a name is given in full; leave the move out`,
    ),
    ...unknown.map(({ path, from }) => {
      const old = nameBefore({ from });
      return `[${path}] moved: from: invalid value "${from}": nothing in dist/, nor in what was committed of it, was called ${old}; write the id that it had, or leave the move out`;
    }),
  ];
}

/** The same move in several environments. */
function textOf({ from, to }: Move): string {
  return `${from} ${to}`;
}

function placedMoves(scope: Construct, objects: readonly CollectedObject[]): PlacedMove[] {
  return movesOf(scope).flatMap((move) => {
    const target = constructAt(scope, move.to);
    if (!target) return []; // said by the construct itself
    const within = objects.filter(({ path }) => path === target.node.path || path.startsWith(`${target.node.path}/`));
    return [{ ...move, path: scope.node.path, objects: within.map(({ manifest }) => manifest) }];
  });
}

function takesName({ from, objects }: PlacedMove): boolean {
  const name = nameBefore({ from });
  return objects.some(({ metadata }) => `-${metadata.name}-`.includes(`-${name}-`));
}

/** Config is the same in whatever version. */
function versionless(object: Manifest): string {
  return configStem(identityOf(object));
}
