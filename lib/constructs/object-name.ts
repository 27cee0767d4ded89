import type { Construct } from 'constructs';
import { kebabCase } from '../kubernetes/names';
import { movesOf, nameBefore } from './move';

/** Name of an object that is named by the id of its construct, `HelloConfig` for `hello-config`: by its old one where it was moved. */
export function objectName(scope: Construct, id: string): string {
  let path = id;
  for (const ancestor of [...scope.node.scopes].reverse()) {
    const move = movesOf(ancestor).find(({ to }) => to === path);
    if (move) return nameBefore(move);
    path = `${ancestor.node.id}/${path}`;
  }
  return kebabCase(id);
}
