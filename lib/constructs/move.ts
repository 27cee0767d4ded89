import type { Construct } from 'constructs';
import { kebabCase } from '../kubernetes/names';
import { constructAt } from './construct-at';
import { InvalidProp } from './invalid-prop';

/** A construct that is called otherwise in the code than what is deployed. */
export interface Move {
  /** Id that it had, as a path from where the move is declared: `Hello`. */
  readonly from: string;
  /** Id that it has: `Greeting`. */
  readonly to: string;
}

/** Under this type a move is kept in the metadata of the construct that declares it. */
const MOVED = 'hello-kubernetes/object-name';

/**
 * Keeps what a construct's objects are called after its id has changed: name and selector stay those of the old id, so that
 * nothing is made anew. Declare it before the construct is made, in the chart, and leave it there for as long as
 * the objects are deployed: ids become names, and names are a contract.
 *
 * Within one namespace: what moves to another one is another object to Kubernetes.
 *
 * @throws InvalidProp `MovedNowhere` for ids that give the same name, `MovedTwice`, `MovedTooLate` when the construct is there already
 * @example moved(this, { from: 'Hello', to: 'Greeting' });
 */
export function moved(scope: Construct, move: Move): void {
  const { from, to } = move;
  requireSense(scope, move);
  scope.node.addMetadata(MOVED, move, { stackTrace: false });
  scope.node.addValidation({
    validate: () => [
      ...(constructAt(scope, to)
        ? []
        : [`moved: to: invalid value "${to}": nothing is called so here; ${idsOf(scope)}`]),
      ...(constructAt(scope, from)
        ? [
            `moved: from: invalid value "${from}": is still called so here; give the other one another id, or leave the move out`,
          ]
        : []),
    ],
  });
}

function requireSense(scope: Construct, { from, to }: Move): void {
  const refuse = (code: string, prop: string, got: string, rule: string, mend: string) => {
    throw new InvalidProp(code, scope, { prop: `moved: ${prop}`, got, rule, mend });
  };
  if (kebabCase(lastId(from)) === kebabCase(lastId(to)))
    refuse('MovedNowhere', 'to', to, `gives the same name as ${from}: nothing moves`, 'leave the move out');
  if (movesOf(scope).some((other) => other.to === to))
    refuse('MovedTwice', 'to', to, 'must be moved once', 'keep the move from the id that is deployed');
  if (constructAt(scope, to))
    refuse(
      'MovedTooLate',
      'to',
      to,
      'must not be there yet: it has its name already',
      'declare the move before it is made',
    );
}

/** Name that objects of a moved construct keep. */
export function nameBefore({ from }: Pick<Move, 'from'>): string {
  return kebabCase(lastId(from));
}

/** Moves that a construct declares. */
export function movesOf(scope: Construct): readonly Move[] {
  return scope.node.metadata.filter(({ type }) => type === MOVED).map(({ data }) => data as Move);
}

function lastId(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function idsOf(scope: Construct): string {
  const ids = scope.node.children.map(({ node }) => node.id);
  return ids.length === 0 ? 'there is nothing' : `there are ${ids.join(', ')}`;
}
