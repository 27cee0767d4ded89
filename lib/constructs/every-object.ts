import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** Objects by kind of a tree that nothing is added to any more. */
const found = new WeakMap<IConstruct, ReadonlyMap<string, readonly ApiObject[]>>();

/**
 * Every object of a kind in the whole program that a construct is part of, whoever defined it. To be asked in a validation,
 * when all constructs are there. Once the program is locked the tree is walked once for all who ask: a walk for each
 * of some thousand constructs would take minutes.
 */
export function everyObject(scope: IConstruct, kind: string): readonly ApiObject[] {
  const { root } = scope.node;
  const byKind = found.get(root) ?? objectsByKind(root);
  if (root.node.locked) found.set(root, byKind);
  return byKind.get(kind) ?? [];
}

function objectsByKind(root: IConstruct): ReadonlyMap<string, readonly ApiObject[]> {
  const byKind = new Map<string, ApiObject[]>();
  for (const part of root.node.findAll()) {
    if (!ApiObject.isApiObject(part)) continue;
    const object = part as ApiObject;
    const same = byKind.get(object.kind);
    if (same) same.push(object);
    else byKind.set(object.kind, [object]);
  }
  return byKind;
}
